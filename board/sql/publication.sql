select city_zh, city_en, is_sample, newest_upload, as_of
from publication
