
// --- Begin ---

/** Shows the objects, or the images that they are in. */
function showView(objects) {
  counts = objects;
  document.body.dataset.kind = objects ? 'objects' : run.kind;
  $('view-images').setAttribute('aria-pressed', !objects);
  $('view-objects').setAttribute('aria-pressed', objects);
  if (objects) {
    counting.begin();
  } else {
    measure();
    showCards();
  }
}

document.body.dataset.kind = counts ? 'objects' : run.kind;
$('views').hidden = !countsToo;
recallMarks();
showMarks();
recallChoices();
showChoices();
showRun();
showTheme();
if (counts) {
  counting.begin();
} else {
  apply();
  addEventListener('scroll', () => soon(() => counts || showCards()), { passive: true });
  addEventListener('resize', () => soon(() => {
    if (counts) return;
    measure();
    showCards();
    if (current && !$('view').hidden) layOut();
  }));
}
