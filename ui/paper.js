// A chart is drawn for the width of the window. For printing it becomes a picture that takes the
// width of the sheet, and afterwards it is a chart again.
function printCharts(signal) {
  const charts = () => document.querySelectorAll(".js-plotly-plot .svg-container");
  const begin = () => {
    for (const chart of charts()) {
      const { offsetWidth: across, offsetHeight: down } = chart;
      chart.style.setProperty("--across", across);
      chart.style.setProperty("--down", down);
      for (const svg of chart.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${across} ${down}`);
    }
  };
  const end = () => {
    for (const chart of charts()) {
      chart.style.removeProperty("--across");
      chart.style.removeProperty("--down");
      for (const svg of chart.querySelectorAll(".main-svg")) svg.removeAttribute("viewBox");
    }
  };
  addEventListener("beforeprint", begin, { signal });
  addEventListener("afterprint", end, { signal });
}

