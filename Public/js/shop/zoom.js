import { isPlain } from "/assets/js/shop/fetched.js";

/** A picture opens over the whole window; pressed again it comes nearer, and is moved by scrolling. */
export function zoomPictures() {
    const dialog = document.querySelector("#zoom");
    const stage = dialog?.querySelector(".zoom-stage");
    if (!stage) return;
    document.addEventListener("click", (event) => {
        const link = event.target.closest?.("[data-zoom]");
        if (!link || !isPlain(event)) return;
        event.preventDefault();
        const image = new Image();
        image.src = link.href;
        image.alt = link.querySelector("img")?.alt ?? "";
        stage.replaceChildren(image);
        stage.classList.remove("is-near");
        dialog.showModal();
    });
    stage.addEventListener("click", ({ offsetX, offsetY, target }) => {
        const [x, y] = [offsetX / target.clientWidth, offsetY / target.clientHeight];
        const isNear = stage.classList.toggle("is-near");
        if (isNear) stage.scrollTo(stage.scrollWidth * x - stage.clientWidth / 2, stage.scrollHeight * y - stage.clientHeight / 2);
    });
}
