"""The fonts plates are drawn with, by family of script. DejaVu and Roboto are left out on purpose: the C# stage draws
its test plates with them, and a test must not ask for what training has seen."""
import functools
import os

from PIL import ImageFont

_ROOT = "/usr/share/fonts"

LATIN = """truetype/liberation2/LiberationSans-Bold.ttf truetype/liberation2/LiberationSans-Regular.ttf
truetype/liberation2/LiberationMono-Bold.ttf truetype/freefont/FreeSansBold.ttf truetype/freefont/FreeSans.ttf
truetype/freefont/FreeMonoBold.ttf
opentype/urw-base35/NimbusSans-Bold.otf opentype/urw-base35/NimbusSansNarrow-Bold.otf opentype/urw-base35/NimbusSans-Regular.otf
opentype/urw-base35/NimbusMonoPS-Bold.otf opentype/urw-base35/URWGothic-Demi.otf opentype/inter/Inter-Bold.otf
opentype/inter/Inter-SemiBold.otf opentype/inter/InterDisplay-Bold.otf opentype/inter/Inter-Medium.otf opentype/cantarell/Cantarell-Bold.otf
truetype/lato/Lato-Bold.ttf truetype/lato/Lato-Heavy.ttf truetype/lato/Lato-Semibold.ttf truetype/open-sans/OpenSans-Bold.ttf
truetype/open-sans/OpenSans-CondBold.ttf truetype/open-sans/OpenSans-Semibold.ttf truetype/noto/NotoSans-Bold.ttf
truetype/noto/NotoSansDisplay-Bold.ttf truetype/noto/NotoSansMono-Bold.ttf"""

ARABIC = """opentype/fonts-hosny-amiri/Amiri-Bold.ttf opentype/fonts-hosny-amiri/Amiri-Regular.ttf opentype/fonts-hosny-thabit/Thabit-Bold.ttf
truetype/noto/NotoKufiArabic-Bold.ttf truetype/noto/NotoNaskhArabic-Bold.ttf truetype/noto/NotoNaskhArabic-Regular.ttf
truetype/noto/NotoSansArabic-Bold.ttf truetype/noto/NotoSansArabic-Regular.ttf truetype/kacst/KacstBook.ttf
truetype/kacst/KacstNaskh.ttf truetype/kacst/KacstOffice.ttf
truetype/kacst/KacstPoster.ttf truetype/kacst/KacstDigital.ttf truetype/kacst/KacstArt.ttf
truetype/kacst-one/KacstOne-Bold.ttf truetype/kacst-one/KacstOne.ttf truetype/freefont/FreeSerifBold.ttf
truetype/fonts-arabeyes/ae_AlArabiya.ttf truetype/fonts-arabeyes/ae_AlYarmook.ttf truetype/fonts-arabeyes/ae_AlHor.ttf
truetype/fonts-arabeyes/ae_Cortoba.ttf truetype/fonts-arabeyes/ae_Tholoth.ttf
"""

# Plates are written with plain, heavy faces: these are drawn three times as often as the others.
_PLAIN = """truetype/noto/NotoSansArabic-Bold.ttf truetype/noto/NotoKufiArabic-Bold.ttf truetype/noto/NotoNaskhArabic-Bold.ttf
truetype/kacst-one/KacstOne-Bold.ttf"""


def _present(names):
    return [os.path.join(_ROOT, n) for n in names if os.path.exists(os.path.join(_ROOT, n))]


@functools.lru_cache(None)
def latin_fonts():
    return _present(LATIN.split()) + sorted(_din())


@functools.lru_cache(None)
def arabic_fonts():
    return _present(ARABIC.split() + 2 * _PLAIN.split())


def _din():
    folder = os.path.join(_ROOT, "truetype/opendin")
    return [os.path.join(folder, n) for n in os.listdir(folder)] if os.path.isdir(folder) else []


@functools.lru_cache(4096)
def load(path, size):
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
