"""What can be photographed: every builder in `families`, with its pictures and its model.

    @picture("halla-mug-fog", glaze="fog")
    @picture("halla-mug-fog-detail", close((0, 0, 0.08), 0.08), glaze="fog")
    @model("halla-mug", glaze="fog")
    def mug(glaze): …

A builder makes its objects on an empty set and returns those that are the product; what else it leaves is decoration,
which is photographed too but not exported.
"""
import hashlib
import importlib
import inspect
import pkgutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from camera import FRONT, View

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Picture:
    name: str
    view: View
    build: Callable
    settings: dict = field(hash=False)

    def fingerprint(self):
        """Changes with its builder, its settings, its view or the set; not with a material that many share."""
        digest = hashlib.sha256((HERE / "stage.py").read_bytes())
        digest.update(inspect.getsource(self.build).encode())
        digest.update(repr((self.view, sorted(self.settings.items()))).encode())
        return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Model:
    name: str
    build: Callable
    settings: dict = field(hash=False)


pictures: dict[str, Picture] = {}
models: dict[str, Model] = {}


def picture(name, view=FRONT, **settings):
    def remember(build):
        if name in pictures:
            raise ValueError(f"two pictures are called {name}")
        pictures[name] = Picture(name, view, build, settings)
        return build
    return remember


def model(name, **settings):
    def remember(build):
        if name in models:
            raise ValueError(f"two models are called {name}")
        models[name] = Model(name, build, settings)
        return build
    return remember


def load():
    import families
    for module in sorted(found.name for found in pkgutil.iter_modules(families.__path__)):
        importlib.import_module(f"families.{module}")
    # Decorators apply from the last line up; we want them as they are written.
    place = {name: index for index, name in enumerate(pictures)}
    written = sorted(pictures, key=lambda name: (pictures[name].build.__module__, pictures[name].build.__code__.co_firstlineno, -place[name]))
    return {name: pictures[name] for name in written}, models


def product(name):
    """The handle of the product that a picture shows: the longest model name that it begins with."""
    known = [handle for handle in models if name == handle or name.startswith(handle + "-")]
    return max(known, key=len, default=name)


def urgency(names):
    """The same names, in the order in which they are missed: one of each product, its colours, its other views."""
    seen, ranks = set(), {}
    for name in names:
        handle, front = product(name), pictures[name].view.name == "front"
        ranks[name] = 0 if front and handle not in seen else 1 if front else 2
        if front:
            seen.add(handle)
    return sorted(names, key=ranks.get)
