/** The members, on tables that were the shop's own before. Until release 3 these classes were in {@code accounts}. */
@NullMarked
package example.bookbarn.members;

import org.jspecify.annotations.NullMarked;
