package dev.lockstile.auth.pages;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, and to.
 *
 * @param landing where a sign-in leads to
 * @param times in words of that language
 * @param address of the connection; behind a proxy the host resolves it, see the library's trusted proxies
 * @param browser a few words of ours for the browser; null for one that we do not know
 */
record Sender(
        Mount mount,
        String landing,
        Texts texts,
        Times times,
        @Nullable String address,
        @Nullable String browser) {}
