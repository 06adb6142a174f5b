package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.message.PlaceWords;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.UserInfo;
import java.util.Optional;
import java.util.stream.Stream;

/** An address, number or name by which its owner knows it, for a message to another address. */
final class ShortenedIdentifier {

    private static final String LEFT_OUT = "\u2022\u2022\u2022";
    private static final int FIRST_DIGITS = 3;
    private static final int LAST_DIGITS = 2;

    private ShortenedIdentifier() {}

    /** Of an account that has one: the address, else the number, else the name. */
    static Optional<String> of(UserInfo user) {
        IdentifierStates states = user.identifiers();
        return Stream.of(IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.USERNAME)
                .filter(kind -> states.of(kind).value() != null)
                .findFirst()
                .map(kind -> of(kind, String.valueOf(states.of(kind).value())));
    }

    /** Such as {@code a•••@acme.example} or {@code +52•••78}. */
    static String of(Identifier identifier) {
        return of(identifier.kind(), identifier.value());
    }

    private static String of(IdentifierKind kind, String value) {
        return switch (kind) {
            case EMAIL -> ends(value, 1, value.length() - Math.max(0, value.lastIndexOf('@')));
            case PHONE -> ends(value, FIRST_DIGITS, LAST_DIGITS);
            case USERNAME -> PlaceWords.userName(value);
        };
    }

    /** Neither end of a value that is no longer than both, as the rules of a host may allow one. */
    private static String ends(String value, int first, int last) {
        return value.length() <= first + last
                ? LEFT_OUT
                : value.substring(0, first) + LEFT_OUT + value.substring(value.length() - last);
    }
}
