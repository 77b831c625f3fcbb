// The size of each text that is seen, in the order of the source.
return texts(document.body).map(t => parseFloat(style(t.parentElement).fontSize) + ' ' + t.data.trim().slice(0, 20));
