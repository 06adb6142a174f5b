/** A bookshop that had accounts of its own for years and put the library under them, release by release. */
@NullMarked
package example.bookbarn;

import org.jspecify.annotations.NullMarked;
