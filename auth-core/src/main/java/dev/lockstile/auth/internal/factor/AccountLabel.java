package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.model.UserInfo;
import java.util.stream.Stream;

/** By what a person tells accounts apart in an authenticator. */
public final class AccountLabel {

    private AccountLabel() {}

    public static String of(UserInfo user) {
        return Stream.of(user.email(), user.username(), user.phone())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("account");
    }
}
