package dev.lockstile.auth;

import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.PlaceLookup;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a builder was given beside settings and keys, for the classes that check and wire it. */
record AuthParts(
        AuthStore store,
        Clock clock,
        Randomness randomness,
        AccountParts accounts,
        FeatureParts features,
        MessageParts messages,
        ObserverParts observers) {

    /** The lookup that messages use: their own, or else that of sign-in notices. */
    @Nullable
    PlaceLookup places() {
        NoticeSettings notices = features.signInNotices();
        return messages.places() == null && notices != null ? notices.places() : messages.places();
    }
}
