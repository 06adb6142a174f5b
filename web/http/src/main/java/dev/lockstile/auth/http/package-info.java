/**
 * The HTTP endpoints as a Jakarta Servlet: {@link dev.lockstile.auth.http.AuthServlet}, filters, and the OpenAPI
 * description.
 */
@NullMarked
package dev.lockstile.auth.http;

import org.jspecify.annotations.NullMarked;
