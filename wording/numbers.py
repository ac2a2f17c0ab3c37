"""Numbers as a notice prints them: rounded half up, in the units of the field."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction

MISSING = "—"
MINUS = "−"  # U+2212 is as wide as a digit and a plus: columns of gaps stay straight
LEVEL = Decimal("0.005")  # a gap below this prints as 0.00: DOMAIN.md calls it 持平


def exact(number: Number) -> Decimal:
    """The number as it prints, not as it is held: 0.1 is Decimal('0.1'). A ratio has 28 digits."""
    if isinstance(number, Fraction):
        return Decimal(number.numerator) / number.denominator
    return number if isinstance(number, Decimal) else Decimal(str(number))


def rounded(number: Number, digits: int) -> Decimal:
    """Half up, as Excel and the notices round; never half even. Nothing has no sign."""
    return exact(number).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0


def fixed(number: Number, digits: int) -> str:
    """1234.5 → '1,234.50'; a negative number with a true minus sign."""
    return f"{rounded(number, digits):,f}".replace("-", MINUS)


def plain(number: Number) -> str:
    """1234.50 → '1,234.5': every digit there is, none that says nothing."""
    text = f"{exact(number):,f}".replace("-", MINUS)
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(number: Number, digits: int = 2) -> str:
    """2.546 → '+2.55'; what rounds to nothing has no sign."""
    value = rounded(number, digits)
    return f"{value:{'+' if value else ''},f}".replace("-", MINUS)


def is_level(gap: Number) -> bool:
    """Whether a gap in percentage points counts as none."""
    return abs(exact(gap)) < LEVEL


def percent(fraction: Number) -> str:
    """0.4202 → '42.02%'; never clipped."""
    return fixed(exact(fraction) * 100, 2) + "%"
