package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import org.jspecify.annotations.Nullable;

/**
 * Builds a person from a source row, column by column. What a mapping does not set has a careful value: the account is
 * enabled, has no rights, and no identifier of it is proven. Only the library implements it. Not safe for use by many
 * threads.
 */
public interface PersonBuilder {

    /** {@return the reader of the cells, for whatever this builder has no method for} */
    RowReader row();

    /**
     * Sets the columns of the identifiers, and which of them count as proven.
     *
     * @param columns of the identifiers
     * @param proofs which of them the source system has proven
     * @return this builder
     */
    PersonBuilder identifiers(IdentifierColumns columns, Proofs proofs);

    /**
     * Sets the column of the password hash.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder password(String column);

    /**
     * Sets whether the password has to be replaced at the next sign-in, such as one that an administrator gave.
     *
     * @param isTemporary as the source system says
     * @return this builder
     */
    PersonBuilder temporaryPassword(boolean isTemporary);

    /**
     * Sets how the account ranks among accounts with the same identifier, and whether the source system let it sign in.
     *
     * @param given such as {@link Trust#ifVerified}
     * @return this builder
     */
    PersonBuilder trust(Trust given);

    /**
     * Sets whether the account is enabled.
     *
     * @param mayAct as the source system says
     * @return this builder
     */
    PersonBuilder active(boolean mayAct);

    /**
     * Sets the rights that the source system's own flags give.
     *
     * @param isStaff as the source system says
     * @param isSuperuser as the source system says
     * @return this builder
     */
    PersonBuilder staff(boolean isStaff, boolean isSuperuser);

    /**
     * Sets the settings of the account.
     *
     * @param given such as {@link RowReader#settings} reads them
     * @return this builder
     */
    PersonBuilder settings(SettingsJson given);

    /**
     * Sets the column with the time at which the account was created; a row without one gets the time of the run.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder createdAt(String column);

    /**
     * Sets the column with the time of the row's last change.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder modifiedAt(String column);

    /**
     * Sets the column with the time of the last sign-in.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder lastLoginAt(String column);

    /**
     * Sets first and last name in the person's profile.
     *
     * @param first at most 100 characters; a longer one is left out with a finding
     * @param last at most 150 characters; a longer one is left out with a finding
     * @return this builder
     */
    PersonBuilder named(@Nullable String first, @Nullable String last);

    /**
     * Sets the column with the full name, which is split at its first space.
     *
     * @param column its name in the source, in lower case
     * @return this builder
     */
    PersonBuilder fullName(String column);

    /**
     * Sets the role of the person's profile, at most 30 characters.
     *
     * @param role as the source system spells it; null, and one that spells a right, stand for the default role
     * @return this builder
     */
    PersonBuilder role(@Nullable String role);

    /**
     * Sets label, picture and settings of the person's profile.
     *
     * @param label may be empty
     * @param picture the source's reference; null for none
     * @param profileSettings of the profile
     * @return this builder
     */
    PersonBuilder profile(String label, @Nullable String picture, SettingsJson profileSettings);

    /**
     * Leaves the row out for good.
     *
     * @param reason a stable code for reports
     * @param column the column that decided; its value is reported masked
     * @return this builder
     */
    PersonBuilder skip(String reason, String column);

    /**
     * Puts the row into quarantine; it is imported once the row or the mapping is corrected.
     *
     * @param reason a stable code for reports
     * @param column the column that decided; its value is reported masked
     * @return this builder
     */
    PersonBuilder quarantine(String reason, String column);

    /**
     * {@return true when the person has a sign-in name of that kind}
     *
     * @param kind of identifier
     */
    boolean hasOwn(IdentifierKind kind);
}
