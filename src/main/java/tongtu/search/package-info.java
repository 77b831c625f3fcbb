/// Finding the place that answers a question in everyday words: an index with one entry for each
/// section of each document, the ranking of what it finds, what was meant by a misspelt word, and
/// what may be typed next. There is no query syntax: whatever is typed is words.
@NullMarked
package tongtu.search;

import org.jspecify.annotations.NullMarked;
