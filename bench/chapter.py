"""The chapter's way: torchvision's make_grid on every slice of every kernel and on every map.

usage: chapter.py MODEL OUT PHOTO...
"""

import pathlib
import sys

import torch
import torchvision
from PIL import Image
from torchvision.utils import make_grid, save_image

NAMES = {"mobilenetV2": "mobilenet_v2"}


def list_convolutions(net):
    return [(name, layer) for name, layer in net.named_modules() if isinstance(layer, torch.nn.Conv2d)]


def draw(tiles, path, nrow=8):
    path.parent.mkdir(parents=True, exist_ok=True)
    save_image(make_grid(tiles, nrow=nrow, normalize=True, scale_each=True), path)


def draw_kernels(net, out):
    for name, layer in list_convolutions(net):
        kernels = layer.weight.detach()
        if kernels.shape[1] == 3:
            draw(kernels, out / name / "kernels.png")
            continue
        slices = kernels.reshape(-1, 1, *kernels.shape[2:])
        draw(slices, out / name / "slices.png", nrow=kernels.shape[1])


def draw_maps(net, photo, out):
    def keep(name):
        return lambda layer, read, maps: draw(maps[0].detach().unsqueeze(1), out / name / f"{photo.stem}.png")

    hooks = [layer.register_forward_hook(keep(name)) for name, layer in list_convolutions(net)]
    with torch.no_grad():
        net(read_photo(photo))
    for hook in hooks:
        hook.remove()


def read_photo(path):
    prepare = torchvision.transforms.Compose([
        torchvision.transforms.Resize(256),
        torchvision.transforms.CenterCrop(224),
        torchvision.transforms.ToTensor(),
        torchvision.transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ])
    return prepare(Image.open(path).convert("RGB")).unsqueeze(0)


def main(model, out, *photos):
    torch.manual_seed(1)
    net = getattr(torchvision.models, NAMES.get(model, model))().eval()
    draw_kernels(net, pathlib.Path(out))
    for photo in photos:
        draw_maps(net, pathlib.Path(photo), pathlib.Path(out))


main(*sys.argv[1:])
