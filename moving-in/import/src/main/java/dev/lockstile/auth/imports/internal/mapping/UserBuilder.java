package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Refusal;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds the draft of a person from a source row. Not safe for use by many threads. */
public final class UserBuilder implements PersonBuilder {

    private final CellReader row;
    private final Reading reading;
    private List<WantedIdentifier> identifiers = List.of();
    private @Nullable Secret password;
    private Trust trust = Trust.ifVerified(false);
    private boolean temporary;
    private boolean active = true;
    private boolean staff;
    private boolean superuser;
    private SettingsJson settings = SettingsJson.EMPTY;
    private FirstProfile about = FirstProfile.UNKNOWN;
    private @Nullable Refusal refusal;
    private @Nullable Instant createdAt;
    private @Nullable Instant modifiedAt;
    private @Nullable Instant lastLoginAt;

    /**
     * Creates a builder for a row.
     *
     * @param row of the source
     * @param reading how rows are read
     */
    public UserBuilder(SourceRow row, Reading reading) {
        this.row = new CellReader(row);
        this.reading = reading;
    }

    /**
     * {@return the user that a mapping makes of a row}
     *
     * @param row of the source
     * @param reading how rows are read
     * @param mapping returns the builder that it gets
     * @throws IllegalArgumentException when the mapping returns another builder
     */
    public static UserDraft draft(SourceRow row, Reading reading, UnaryOperator<PersonBuilder> mapping) {
        UserBuilder person = new UserBuilder(row, reading);
        if (mapping.apply(person) != person) {
            throw new IllegalArgumentException("a mapping has to give back the builder that it was given");
        }
        return person.build(Entity.USERS);
    }

    @Override
    public CellReader row() {
        return row;
    }

    @Override
    public UserBuilder identifiers(IdentifierColumns columns, Proofs proofs) {
        identifiers = new IdentifierReader(reading.rules(), reading.region()).read(row, columns, proofs);
        return this;
    }

    @Override
    public UserBuilder password(String column) {
        String text = row.raw(column);
        password = text == null ? null : Secret.of(HashText.of(text));
        return this;
    }

    @Override
    public UserBuilder temporaryPassword(boolean isTemporary) {
        temporary = isTemporary;
        return this;
    }

    @Override
    public UserBuilder trust(Trust given) {
        trust = given;
        return this;
    }

    @Override
    public UserBuilder active(boolean mayAct) {
        active = mayAct;
        return this;
    }

    @Override
    public UserBuilder staff(boolean isStaff, boolean isSuperuser) {
        staff = isStaff;
        superuser = isSuperuser;
        return this;
    }

    @Override
    public UserBuilder settings(SettingsJson given) {
        settings = given;
        return this;
    }

    @Override
    public UserBuilder createdAt(String column) {
        createdAt = row.instantOr(reading.now(), column);
        return this;
    }

    @Override
    public UserBuilder modifiedAt(String column) {
        modifiedAt = row.instant(column);
        return this;
    }

    @Override
    public UserBuilder lastLoginAt(String column) {
        lastLoginAt = row.instant(column);
        return this;
    }

    @Override
    public UserBuilder named(@Nullable String first, @Nullable String last) {
        Person person = new Person(fitting(first, 100), fitting(last, 150), null, null, null);
        about = new FirstProfile(person, about.role(), about.label(), about.picture(), about.settings());
        return this;
    }

    @Override
    public UserBuilder fullName(String column) {
        String text = row.text(column, 1000);
        String name = text == null ? "" : text.strip();
        int space = name.indexOf(' ');
        return space < 0
                ? named(name, null)
                : named(name.substring(0, space), name.substring(space + 1).strip());
    }

    @Override
    public UserBuilder role(@Nullable String role) {
        String word = blankToNull(role);
        String given = word == null ? AbstractProfile.DEFAULT_ROLE : row.role(word);
        about = new FirstProfile(about.person(), given, about.label(), about.picture(), about.settings());
        return this;
    }

    @Override
    public UserBuilder profile(String label, @Nullable String picture, SettingsJson profileSettings) {
        about = new FirstProfile(about.person(), about.role(), label, blankToNull(picture), profileSettings);
        return this;
    }

    @Override
    public UserBuilder skip(String reason, String column) {
        refusal = new Refusal(State.SKIPPED, finding(reason, column));
        return this;
    }

    @Override
    public UserBuilder quarantine(String reason, String column) {
        refusal = new Refusal(State.QUARANTINED, finding(reason, column));
        return this;
    }

    @Override
    public boolean hasOwn(IdentifierKind kind) {
        return identifiers.stream()
                .anyMatch(wanted -> wanted.isSignInName() && wanted.identifier().kind() == kind);
    }

    /**
     * {@return the user}
     *
     * @param entity the kind of row
     */
    public UserDraft build(Entity entity) {
        Instant created = Optional.ofNullable(createdAt).orElse(reading.now());
        Instant modified = Optional.ofNullable(modifiedAt).orElse(created);
        UserDraft user = new UserDraft(
                row.origin(entity),
                identifiers,
                password,
                trust,
                new UserInfo.Status(active, staff, superuser, null),
                new UserInfo.Dates(created, lastLoginAt, null),
                settings,
                new RowTimes(created, modified, null, false),
                about,
                refusal,
                row.findings(),
                List.of(),
                null,
                row.use());
        return temporary ? user.withTemporaryPassword() : user;
    }

    /**
     * Sets what becomes of the row where another row is the main account of the same person.
     *
     * @param precedence of the row
     * @return this builder
     */
    public UserBuilder precedence(Precedence precedence) {
        trust = new Trust(precedence, trust.verified(), trust.admitted());
        return this;
    }

    private Finding finding(String reason, String column) {
        String raw = row.raw(column);
        return new Finding(reason, column, raw == null ? "(empty)" : Masked.text(raw));
    }

    private @Nullable String fitting(@Nullable String name, int longest) {
        String text = blankToNull(name);
        if (text == null || text.length() <= longest) {
            return text;
        }
        row.note("value_left_out", "name", Masked.text(text));
        return null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
