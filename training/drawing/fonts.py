"""The fonts plates are drawn with, by look. DejaVu and Roboto (and faces made from them) are left out on purpose: the C#
stage draws its test plates with them, and a test must not ask for what training has seen.
Debian's faces lie under /usr/share/fonts; those of training/fonts/package.json where BAWABA_FONTS says."""
import functools
import os

from PIL import ImageFont

_DEBIAN = "/usr/share/fonts"
_NPM = os.path.join(os.environ.get("BAWABA_FONTS", "training/runs/fonts"), "node_modules/@fontsource")

# family: the weights drawn with, bold faces mostly. A name with a slash is a Debian file.
_LATIN = {
    "narrow": """barlow-condensed:500,600,700 barlow-semi-condensed:600,700 saira-condensed:500,600,700 saira-semi-condensed:600 oswald:500,600,700
        bebas-neue:400 antonio:600,700 fjalla-one:400 archivo-narrow:600,700 teko:500,600 big-shoulders-display:700,800 pt-sans-narrow:700
        league-gothic:400 fira-sans-condensed:500,600,700 asap-condensed:600,700 encode-sans-condensed:600,700 alumni-sans:600,700
        ibm-plex-sans-condensed:600,700 staatliches:400 norwester:400 khand:500,600 jockey-one:400 anton:400
        truetype/roadgeek/RG2014B.ttf truetype/roadgeek/RG2014C.ttf opentype/urw-base35/NimbusSansNarrow-Bold.otf
        truetype/open-sans/OpenSans-CondBold.ttf truetype/routed-gothic/routed-gothic-narrow.ttf
        opentype/league-mono/LeagueMono-CondensedBold.otf opentype/league-mono/LeagueMono-NarrowBold.otf""",
    "din": """barlow:500,600,700 blinker:600,700 titillium-web:600,700 sofia-sans:600,700 saira:500,600 rajdhani:600,700 share-tech:400 play:700
        overpass:600,700,800 dosis:600,700,800 signika:600 varela-round:400 nunito:700 rubik:500,600 quicksand:700 exo-2:600 oxanium:600
        chakra-petch:600 quantico:700 aldrich:400 russo-one:400 tomorrow:600 saira-stencil-one:400
        truetype/roadgeek/RG2014D.ttf truetype/roadgeek/RG2014E.ttf truetype/roadgeek/RG2014EM.ttf truetype/roadgeek/RG2014F.ttf
        truetype/routed-gothic/routed-gothic.ttf truetype/routed-gothic/routed-gothic-wide.ttf
        truetype/opendin/OSP-DIN.ttf""",
    "mono": """b612-mono:700 ibm-plex-mono:600,700 overpass-mono:600,700 share-tech-mono:400 pt-mono:400 fira-mono:500,700 jetbrains-mono:600,700
        red-hat-mono:600,700 truetype/liberation2/LiberationMono-Bold.ttf truetype/freefont/FreeMonoBold.ttf
        opentype/urw-base35/NimbusMonoPS-Bold.otf opentype/league-mono/LeagueMono-Bold.otf
        opentype/league-mono/LeagueMono-SemiBold.otf""",
    "sans": """b612:700 jost:500,600 montserrat:600,700 poppins:600 libre-franklin:600,700
        truetype/liberation2/LiberationSans-Bold.ttf truetype/liberation2/LiberationSans-Regular.ttf truetype/freefont/FreeSansBold.ttf
        truetype/freefont/FreeSans.ttf opentype/urw-base35/NimbusSans-Bold.otf opentype/urw-base35/NimbusSans-Regular.otf
        opentype/urw-base35/URWGothic-Demi.otf opentype/inter/Inter-Bold.otf opentype/inter/Inter-SemiBold.otf
        opentype/inter/InterDisplay-Bold.otf opentype/cantarell/Cantarell-Bold.otf truetype/lato/Lato-Bold.ttf truetype/lato/Lato-Heavy.ttf
        truetype/open-sans/OpenSans-Bold.ttf truetype/open-sans/OpenSans-Semibold.ttf truetype/noto/NotoSans-Bold.ttf
        truetype/noto/NotoSansDisplay-Bold.ttf""",
    "odd": "zilla-slab:600,700 graduate:400",
    "fancy": "pacifico:400 lobster:400 zilla-slab:700 montserrat:700 graduate:400 truetype/freefont/FreeSansBold.ttf",
}
_SHARES = {"narrow": 0.3, "din": 0.3, "mono": 0.12, "sans": 0.25, "odd": 0.03}

_ARABIC = {
    "plain": """cairo:600,700 tajawal:500,700 almarai:700 changa:500,600 el-messiri:600 ibm-plex-sans-arabic:500,600,700
        noto-sans-arabic:500,600,700 readex-pro:500,600 alexandria:500,600 noto-kufi-arabic:600,700 baloo-bhaijaan-2:600 zain:700
        lalezar:400 truetype/noto/NotoKufiArabic-Bold.ttf truetype/noto/NotoSansArabic-Bold.ttf truetype/kacst-one/KacstOne-Bold.ttf
        truetype/harmattan/Harmattan-Bold.ttf opentype/lemonada/Lemonada-SemiBold.otf""",
    "written": """opentype/fonts-hosny-amiri/Amiri-Bold.ttf opentype/fonts-hosny-amiri/Amiri-Regular.ttf
        opentype/fonts-hosny-thabit/Thabit-Bold.ttf truetype/noto/NotoNaskhArabic-Bold.ttf truetype/noto/NotoNaskhArabic-Regular.ttf
        truetype/noto/NotoSansArabic-Regular.ttf truetype/kacst/KacstBook.ttf truetype/kacst/KacstNaskh.ttf
        truetype/kacst/KacstOffice.ttf truetype/kacst/KacstPoster.ttf truetype/kacst/KacstDigital.ttf truetype/kacst/KacstArt.ttf
        truetype/kacst-one/KacstOne.ttf truetype/freefont/FreeSerifBold.ttf truetype/fonts-arabeyes/ae_AlArabiya.ttf
        truetype/fonts-arabeyes/ae_AlYarmook.ttf truetype/fonts-arabeyes/ae_AlHor.ttf truetype/fonts-arabeyes/ae_Cortoba.ttf
        truetype/fonts-arabeyes/ae_Tholoth.ttf truetype/scheherazade/Scheherazade-Bold.ttf opentype/lateef/Lateef-Bold.ttf
        reem-kufi:600""",
}


def _paths(names, subset):
    found = []
    for name in names.split():
        if "/" in name:
            found.append(os.path.join(_DEBIAN, name))
            continue
        family, weights = name.split(":")
        found += [os.path.join(_NPM, family, "files", f"{family}-{subset}-{w}-normal.woff") for w in weights.split(",")]
    missing = [path for path in found if not os.path.exists(path)]
    if missing:
        raise FileNotFoundError(f"{len(missing)} fonts are missing, first {missing[0]}: see docs/training.md")
    return found


@functools.lru_cache(None)
def latin(look):
    return _paths(_LATIN[look], "latin")


@functools.lru_cache(None)
def latin_fonts():
    """Every plain Latin face."""
    return [path for look in _SHARES for path in latin(look)]


@functools.lru_cache(None)
def arabic_fonts():
    return _paths(_ARABIC["plain"], "arabic") + _paths(_ARABIC["written"], "arabic")


def any_latin(rng, looks=None):
    """A face at random; `looks` narrows the choice."""
    names = list(looks or _SHARES)
    shares = [_SHARES[n] for n in names]
    faces = latin(names[rng.choice(len(names), p=[s / sum(shares) for s in shares])])
    return faces[rng.integers(len(faces))]


def any_arabic(rng):
    """Plates are written with plain, heavy faces: they are drawn twice as often as the others."""
    faces = _paths_of("plain" if rng.random() < 0.65 else "written")
    return faces[rng.integers(len(faces))]


@functools.lru_cache(None)
def _paths_of(look):
    return _paths(_ARABIC[look], "arabic")


@functools.lru_cache(4096)
def load(path, size):
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
