// Nothing moves for a reader who asked that nothing does.
for (const e of document.querySelectorAll('*'))
    for (const pseudo of [null, '::before', '::after']) {
        const s = getComputedStyle(e, pseudo);
        if (s.animationName !== 'none') faults.push('moves: ' + name(e) + (pseudo || ''));
        if (s.transitionDuration.split(',').some(d => parseFloat(d) > 0)) faults.push('changes slowly: ' + name(e) + (pseudo || ''));
    }
if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') faults.push('scrolls slowly');
for (const e of document.querySelectorAll('video[autoplay], audio[autoplay], marquee')) faults.push('plays by itself: ' + name(e));
return faults;
