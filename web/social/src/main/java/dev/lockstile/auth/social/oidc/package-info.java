/** Providers of social sign-in over OpenID Connect and OAuth 2.0. */
@NullMarked
package dev.lockstile.auth.social.oidc;

import org.jspecify.annotations.NullMarked;
