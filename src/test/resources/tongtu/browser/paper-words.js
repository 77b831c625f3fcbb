// The words of the page that belong on paper: not what only leads about.
const leads = e => e.closest('nav, summary, button, search, .filters') || (e.closest('a[href^="#"]') && !e.closest('a').matches('.term')) ||
    e.closest('a.place, a.back');
return texts(document.querySelector('main'), isSeen).filter(t => !leads(t.parentElement)).map(t => t.data.replace(/\s+/g, ' ').trim());
