/** What old change sets do. Nothing here calls the application, and nothing of it ever changes. */
@NullMarked
package example.bookbarn.history;

import org.jspecify.annotations.NullMarked;
