/** What the shop is about. */
@NullMarked
package example.bookbarn.orders;

import org.jspecify.annotations.NullMarked;
