package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import org.jspecify.annotations.Nullable;

/**
 * Makes a person of an old row, column by column; what is not named keeps the careful value: active, no rights, nothing
 * proven. Made by the library alone. Not safe for use by many threads.
 */
public interface PersonBuilder {

    /** {@return the reader of the cells, for what no method here covers} */
    RowReader row();

    /**
     * Where the identifiers stand, and which of them count as proven.
     *
     * @param columns where they stand
     * @param proofs which of them the old system has proven
     * @return this builder
     */
    PersonBuilder identifiers(IdentifierColumns columns, Proofs proofs);

    /**
     * The column of the password hash.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder password(String column);

    /**
     * Whether the password has to be replaced at the next sign-in, as one that an administrator gave.
     *
     * @param isTemporary as the old system says
     * @return this builder
     */
    PersonBuilder temporaryPassword(boolean isTemporary);

    /**
     * How much the account weighs.
     *
     * @param given such as {@link Trust#ifVerified}
     * @return this builder
     */
    PersonBuilder trust(Trust given);

    /**
     * Whether the person may act; a person who may not is imported disabled.
     *
     * @param mayAct as the old system says
     * @return this builder
     */
    PersonBuilder active(boolean mayAct);

    /**
     * The rights that the old system's own flags give.
     *
     * @param isStaff as the old system says
     * @param isSuperuser as the old system says
     * @return this builder
     */
    PersonBuilder staff(boolean isStaff, boolean isSuperuser);

    /**
     * The settings of the account.
     *
     * @param given such as {@link RowReader#settings} reads them
     * @return this builder
     */
    PersonBuilder settings(SettingsJson given);

    /**
     * The column that says since when the account exists; a row without a time there counts as made now.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder createdAt(String column);

    /**
     * The column that says when the row was changed last.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder modifiedAt(String column);

    /**
     * The column that says when the person signed in last.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder lastLoginAt(String column);

    /**
     * First and last name, for the person's profile.
     *
     * @param first at most 100 characters; a longer one is left out with a finding
     * @param last at most 150 characters; a longer one is left out with a finding
     * @return this builder
     */
    PersonBuilder named(@Nullable String first, @Nullable String last);

    /**
     * A column with a whole name, cut at the first space.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder fullName(String column);

    /**
     * The role of the person's profile, at most 30 characters; null for the usual one.
     *
     * @param role as the old system spells it; one that spells a right becomes the usual one
     * @return this builder
     */
    PersonBuilder role(@Nullable String role);

    /**
     * Label, picture and settings of the person's profile.
     *
     * @param label may be empty
     * @param picture the old reference; null for none
     * @param profileSettings of the profile
     * @return this builder
     */
    PersonBuilder profile(String label, @Nullable String picture, SettingsJson profileSettings);

    /**
     * Leaves the row out for good: a rule says so.
     *
     * @param reason a stable word for reports
     * @param column the one that decided; its value is told masked
     * @return this builder
     */
    PersonBuilder skip(String reason, String column);

    /**
     * Puts the row into quarantine; it comes in once it, or the mapping, is mended.
     *
     * @param reason a stable word for reports
     * @param column the one that decided; its value is told masked
     * @return this builder
     */
    PersonBuilder quarantine(String reason, String column);

    /**
     * {@return true when the person has an identifier of that kind to sign in by}
     *
     * @param kind of identifier
     */
    boolean hasOwn(IdentifierKind kind);
}
