package dev.lockstile.auth.account;

import dev.lockstile.auth.internal.identifier.CanonicalEmail;
import dev.lockstile.auth.internal.identifier.PhoneParser;
import dev.lockstile.auth.internal.identifier.UnicodeFolding;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules as the library has them. */
final class StandardIdentifierRules implements IdentifierRules {

    private static final int MAX_USERNAME = 150;

    private final PhoneParser phones;

    StandardIdentifierRules(@Nullable String region) {
        phones = new PhoneParser(region);
    }

    @Override
    public Optional<Identifier> email(String text) {
        return CanonicalEmail.parse(text).map(form -> identifier(IdentifierKind.EMAIL, form.value(), form.canonical()));
    }

    @Override
    public Optional<Identifier> phone(String text) {
        return phones.parse(text).map(e164 -> identifier(IdentifierKind.PHONE, e164, e164));
    }

    /** A number may be stored without its country code, or without the sign before it. */
    @Override
    public Optional<Identifier> reread(IdentifierKind kind, String stored, String key) {
        Optional<Identifier> read = IdentifierRules.super.reread(kind, stored, key);
        return read.isPresent() || kind != IdentifierKind.PHONE
                ? read
                : phones.readings(stored)
                        .map(e164 -> identifier(IdentifierKind.PHONE, e164, e164))
                        .filter(identifier -> identifier.key().equals(key))
                        .findFirst();
    }

    @Override
    public Optional<Identifier> username(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_USERNAME || !UnicodeFolding.arePrintable(stripped)) {
            return Optional.empty();
        }
        return UnicodeFolding.fold(stripped).map(folded -> identifier(IdentifierKind.USERNAME, stripped, folded));
    }

    @Override
    public Optional<Identifier> newUsername(String text) {
        boolean otherForm = text.indexOf('@') >= 0 || phones.looksLikePhone(text);
        boolean spaced = text.strip().codePoints().anyMatch(Character::isWhitespace);
        return otherForm || spaced ? Optional.empty() : username(text);
    }

    private static Identifier identifier(IdentifierKind kind, String value, String canonical) {
        String prefix = kind.name().substring(0, 1);
        byte[] digest = sha256((kind.name() + ':' + canonical).getBytes(StandardCharsets.UTF_8));
        return new Identifier(
                kind, value, prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
