/** The schemas of well-known systems, taken over where they are; their people then sign in. */
@NullMarked
package example.systems;

import org.jspecify.annotations.NullMarked;
