/** Requests and answers: routes, bodies, credentials, languages, errors. */
@NullMarked
package dev.lockstile.auth.http.internal.web;

import org.jspecify.annotations.NullMarked;
