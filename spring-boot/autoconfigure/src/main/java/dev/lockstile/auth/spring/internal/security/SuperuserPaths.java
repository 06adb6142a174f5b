package dev.lockstile.auth.spring.internal.security;

import jakarta.servlet.http.HttpServletRequest;

/** Bean that tells which of the protected paths need the superuser right, where there is no Spring Security. */
@FunctionalInterface
interface SuperuserPaths {

    /** True when the path of the request is one of them. */
    boolean contain(HttpServletRequest request);
}
