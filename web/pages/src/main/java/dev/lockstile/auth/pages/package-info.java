/** Server-rendered pages for users and administrators, on top of the library's services. */
@NullMarked
package dev.lockstile.auth.pages;

import org.jspecify.annotations.NullMarked;
