// The leave link works without this. With it, the page is also replaced in the tab's history, so that Back skips it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-leave]");
  if (link) {
    event.preventDefault();
    location.replace(link.href);
  }
});
