package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.Refusal;
import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an old system: a main account in good standing, verified and of one and the same day, unless a test says
 * more.
 */
public final class OldUser {

    /** Of {@code a}, in a format that is wrapped when it comes. */
    public static final Secret WEAK = Secret.of("md5$salt$0cc175b9c0f1b6a831c399e269772661");

    public static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");

    private final int id;
    private final Entity entity;
    private final List<WantedIdentifier> wanted = new ArrayList<>();
    private Trust trust = Trust.ifVerified(true);
    private UserInfo.Status status = UserInfo.Status.ORDINARY;
    private Instant createdAt = DAY;
    private String digest = "digest";
    private @Nullable Secret password;
    private @Nullable Refusal refusal;

    public OldUser(int id) {
        this(id, Entity.USERS);
    }

    public OldUser(int id, Entity entity) {
        this.id = id;
        this.entity = entity;
    }

    public static WantedIdentifier email(String address) {
        return WantedIdentifier.own(of(IdentifierKind.EMAIL, address), "email", true);
    }

    public static WantedIdentifier phone(String number) {
        return WantedIdentifier.own(of(IdentifierKind.PHONE, number), "phone", true);
    }

    public static WantedIdentifier name(String name) {
        return WantedIdentifier.own(of(IdentifierKind.USERNAME, name), "username", false);
    }

    /** A name in the form of an address. */
    public static WantedIdentifier nameLikeEmail(String name) {
        return new WantedIdentifier(
                of(IdentifierKind.USERNAME, name),
                RequestedIdentifier.OWN,
                "username",
                key("EMAIL", name),
                false,
                false);
    }

    /** An old address that is none, and may be a name. */
    public static WantedIdentifier nameIfFree(String text) {
        return new WantedIdentifier(
                of(IdentifierKind.USERNAME, text), RequestedIdentifier.OWN_IF_FREE, "email", null, false, false);
    }

    public static WantedIdentifier unmarked(WantedIdentifier one) {
        return WantedIdentifier.own(one.identifier(), one.field(), false);
    }

    public static String key(String kind, String value) {
        return kind + ':' + value;
    }

    private static Identifier of(IdentifierKind kind, String value) {
        return new Identifier(kind, value, key(kind.name(), value));
    }

    public OldUser has(WantedIdentifier... identifiers) {
        wanted.addAll(List.of(identifiers));
        return this;
    }

    public OldUser trusted(Trust other) {
        trust = other;
        return this;
    }

    /** A row of a companion table. */
    public OldUser companion() {
        return trusted(new Trust(Precedence.FILLS, true, true));
    }

    public OldUser unverified() {
        return trusted(Trust.ifVerified(false));
    }

    public OldUser inactive() {
        return with(new UserInfo.Status(false, false, false, null));
    }

    public OldUser with(UserInfo.Status other) {
        status = other;
        return this;
    }

    public OldUser deleted() {
        return with(new UserInfo.Status(true, false, false, DAY));
    }

    public OldUser createdAt(Instant time) {
        createdAt = time;
        return this;
    }

    public OldUser withPassword(Secret hash) {
        password = hash;
        return this;
    }

    /** The row as it has another content. */
    public OldUser digest(String other) {
        digest = other;
        return this;
    }

    public OldUser refused() {
        refusal = new Refusal(State.SKIPPED, new Finding("test", "", ""));
        return this;
    }

    public UserDraft draft() {
        return new UserDraft(
                new Origin(entity, id, digest),
                wanted,
                password,
                trust,
                status,
                new UserInfo.Dates(createdAt, null, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(createdAt),
                FirstProfile.UNKNOWN,
                refusal,
                List.of(),
                List.of());
    }
}
