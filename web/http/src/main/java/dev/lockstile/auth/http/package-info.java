/** The wire contract as a Jakarta Servlet: {@link dev.lockstile.auth.http.AuthServlet} and its settings. */
@NullMarked
package dev.lockstile.auth.http;

import org.jspecify.annotations.NullMarked;
