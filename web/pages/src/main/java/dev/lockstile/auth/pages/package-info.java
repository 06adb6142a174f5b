/** What a person sees: pages rendered by the server, on the library's services. */
@NullMarked
package dev.lockstile.auth.pages;

import org.jspecify.annotations.NullMarked;
