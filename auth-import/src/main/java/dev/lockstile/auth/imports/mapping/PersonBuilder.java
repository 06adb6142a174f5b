package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.Finding;
import dev.lockstile.auth.imports.draft.FirstProfile;
import dev.lockstile.auth.imports.draft.Precedence;
import dev.lockstile.auth.imports.draft.Refusal;
import dev.lockstile.auth.imports.draft.Trust;
import dev.lockstile.auth.imports.draft.UserDraft;
import dev.lockstile.auth.imports.draft.WantedIdentifier;
import dev.lockstile.auth.imports.report.State;
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
import org.jspecify.annotations.Nullable;

/**
 * Makes a person of an old row, column by column; what is not named keeps the careful value: active, no rights, nothing
 * proven. Not safe for use by many threads.
 */
public final class PersonBuilder {

    private final RowReader row;
    private final Reading reading;
    private List<WantedIdentifier> identifiers = List.of();
    private @Nullable Secret password;
    private Trust trust = Trust.ifVerified(false);
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
     * Begins with a row.
     *
     * @param row of the source
     * @param reading how rows are read
     */
    public PersonBuilder(SourceRow row, Reading reading) {
        this.row = new RowReader(row);
        this.reading = reading;
    }

    /**
     * What reading old rows depends on besides the rows.
     *
     * @param rules the host's canonical forms
     * @param region where phone numbers without a country code are from, ISO 3166-1 alpha-2; null when not known
     * @param now stands in where a row that must have a time has none
     * @param options what the mover allows old rows to say
     */
    public record Reading(IdentifierRules rules, @Nullable String region, Instant now, ReadingOptions options) {

        /**
         * With the careful options.
         *
         * @param rules the host's canonical forms
         * @param region of phone numbers without a country code; null when unknown
         * @param now stands in where a row that must have a time has none
         */
        public Reading(IdentifierRules rules, @Nullable String region, Instant now) {
            this(rules, region, now, ReadingOptions.CAREFUL);
        }
    }

    /** {@return the reader of the cells, for what no method here covers} */
    public RowReader row() {
        return row;
    }

    /**
     * Where the identifiers stand, and which of them count as proven.
     *
     * @param columns where they stand
     * @param proofs which of them the old system has proven
     * @return this builder
     */
    public PersonBuilder identifiers(IdentifierColumns columns, Proofs proofs) {
        identifiers = new IdentifierReader(reading.rules(), reading.region()).read(row, columns, proofs);
        return this;
    }

    /**
     * The column of the password hash.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    public PersonBuilder password(String column) {
        String text = row.raw(column);
        password = text == null ? null : Secret.of(text);
        return this;
    }

    /**
     * How much the account weighs.
     *
     * @param given such as {@link Trust#ifVerified}
     * @return this builder
     */
    public PersonBuilder trust(Trust given) {
        trust = given;
        return this;
    }

    /**
     * Whether the person may act; a person who may not is imported disabled.
     *
     * @param mayAct as the old system says
     * @return this builder
     */
    public PersonBuilder active(boolean mayAct) {
        active = mayAct;
        return this;
    }

    /**
     * The rights that the old system's own flags give.
     *
     * @param isStaff as the old system says
     * @param isSuperuser as the old system says
     * @return this builder
     */
    public PersonBuilder staff(boolean isStaff, boolean isSuperuser) {
        staff = isStaff;
        superuser = isSuperuser;
        return this;
    }

    /**
     * The settings of the account.
     *
     * @param given such as {@link RowReader#settings} reads them
     * @return this builder
     */
    public PersonBuilder settings(SettingsJson given) {
        settings = given;
        return this;
    }

    /**
     * The column that says since when the account exists; a row without a time there counts as made now.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    public PersonBuilder createdAt(String column) {
        createdAt = row.instantOr(reading.now(), column);
        return this;
    }

    /**
     * The column that says when the row was changed last.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    public PersonBuilder modifiedAt(String column) {
        modifiedAt = row.instant(column);
        return this;
    }

    /**
     * The column that says when the person signed in last.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    public PersonBuilder lastLoginAt(String column) {
        lastLoginAt = row.instant(column);
        return this;
    }

    /**
     * First and last name, for the person's profile.
     *
     * @param first at most 100 characters; a longer one is left out with a finding
     * @param last at most 150 characters; a longer one is left out with a finding
     * @return this builder
     */
    public PersonBuilder named(@Nullable String first, @Nullable String last) {
        Person person = new Person(fitting(first, 100), fitting(last, 150), null, null, null);
        about = new FirstProfile(person, about.role(), about.label(), about.picture(), about.settings());
        return this;
    }

    /**
     * A column with a whole name, cut at the first space.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    public PersonBuilder fullName(String column) {
        String text = row.text(column, 1000);
        String name = text == null ? "" : text.strip();
        int space = name.indexOf(' ');
        return space < 0
                ? named(name, null)
                : named(name.substring(0, space), name.substring(space + 1).strip());
    }

    /**
     * The role of the person's profile, at most 30 characters; null for the usual one.
     *
     * @param role as the old system spells it; one that spells a right becomes the usual one
     * @return this builder
     */
    public PersonBuilder role(@Nullable String role) {
        String word = blankToNull(role);
        String given = word == null ? AbstractProfile.DEFAULT_ROLE : row.role(word);
        about = new FirstProfile(about.person(), given, about.label(), about.picture(), about.settings());
        return this;
    }

    /**
     * Label, picture and settings of the person's profile.
     *
     * @param label may be empty
     * @param picture the old reference; null for none
     * @param profileSettings of the profile
     * @return this builder
     */
    public PersonBuilder profile(String label, @Nullable String picture, SettingsJson profileSettings) {
        about = new FirstProfile(about.person(), about.role(), label, blankToNull(picture), profileSettings);
        return this;
    }

    /**
     * Leaves the row out for good: a rule says so.
     *
     * @param reason a stable word for reports
     * @param column the one that decided; its value is told masked
     * @return this builder
     */
    public PersonBuilder skip(String reason, String column) {
        refusal = new Refusal(State.SKIPPED, finding(reason, column));
        return this;
    }

    /**
     * Puts the row into quarantine; it comes in once it, or the mapping, is mended.
     *
     * @param reason a stable word for reports
     * @param column the one that decided; its value is told masked
     * @return this builder
     */
    public PersonBuilder quarantine(String reason, String column) {
        refusal = new Refusal(State.QUARANTINED, finding(reason, column));
        return this;
    }

    /**
     * {@return true when the person has an identifier of that kind to sign in by}
     *
     * @param kind of identifier
     */
    public boolean hasOwn(IdentifierKind kind) {
        return identifiers.stream()
                .anyMatch(wanted -> wanted.isSignInName() && wanted.identifier().kind() == kind);
    }

    /**
     * {@return the person, of a table of that name}
     *
     * @param entity the kind of row
     */
    public UserDraft build(Entity entity) {
        Instant created = Optional.ofNullable(createdAt).orElse(reading.now());
        Instant modified = Optional.ofNullable(modifiedAt).orElse(created);
        return new UserDraft(
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
                row.findings());
    }

    /**
     * Marks the row as part of another account of the same person, should that account exist.
     *
     * @param precedence what becomes of the row then
     * @return this builder
     */
    public PersonBuilder precedence(Precedence precedence) {
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
