"""Invented townships and villages, the same for a unit in every ledger."""

from __future__ import annotations

from functools import cache

from etl.sample.city import Unit, dice

FIRST = "双白清石龙金青柳桃松梅杏乌长宽大小上下前"
SECOND = "溪坪湾岭塘沟坝岩泉井坡垭桥林田畈"
VILLAGE_FIRST = "新高红前后东西南北中永安和平兴旺茶竹桐柏"
VILLAGE_SECOND = "庄寨院湾坡坪岭堰垭沟"


@cache
def townships(unit: Unit) -> tuple[str, ...]:
    """Eight townships of a unit, four in a zone, none of them a real place's name on purpose."""
    draw = dice("townships", unit.code)
    names: list[str] = []
    while len(names) < (4 if unit.character.money <= 50 else 8):
        name = draw.choice(FIRST) + draw.choice(SECOND) + draw.choice("镇镇乡")
        if name[:2] not in {other[:2] for other in names}:
            names.append(name)
    return tuple(names)


@cache
def villages(unit: Unit, township: str) -> tuple[str, ...]:
    """Nine villages of a township."""
    draw = dice("villages", unit.code, township)
    names: list[str] = []
    while len(names) < 9:
        name = draw.choice(VILLAGE_FIRST) + draw.choice(VILLAGE_SECOND) + "村"
        if name not in names:
            names.append(name)
    return tuple(names)
