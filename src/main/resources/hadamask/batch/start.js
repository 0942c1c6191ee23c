
// --- Begin ---

document.body.dataset.kind = counts ? 'objects' : run.kind;
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
  addEventListener('scroll', () => soon(showCards), { passive: true });
  addEventListener('resize', () => soon(() => {
    measure();
    showCards();
    if (current && !$('view').hidden) layOut();
  }));
}
