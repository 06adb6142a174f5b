package dev.lockstile.auth.imports.mapping;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.RoleName;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the operator allows source rows to set.
 *
 * @param roles the roles that may be imported, spelled exactly so; any other becomes the default role
 * @param onlyLive true to leave out users whom the source application's own filter hides, instead of importing them
 *     disabled
 * @param trusted e-mail, phone or both: those of accounts that the source system let sign in count as proven, on the
 *     operator's word
 * @param factors how second factors are read
 * @param realm the realm or tenant whose users are read; null where the source has one
 * @param columns meanings of columns that the preset does not read, by {@code column} or {@code table.column} in lower
 *     case
 * @param sample which users are imported
 */
public record ReadingOptions(
        Set<String> roles,
        boolean onlyLive,
        Set<IdentifierKind> trusted,
        FactorOptions factors,
        @Nullable String realm,
        Map<String, ColumnMeaning> columns,
        ImportSample sample) {

    /** No role but the default one, no trusted identifiers, no loss of factors; all users. */
    public static final ReadingOptions CAREFUL =
            new ReadingOptions(Set.of(), false, Set.of(), FactorOptions.CAREFUL, null, Map.of(), ImportSample.WHOLE);

    /**
     * Checks the roles and copies the sets.
     *
     * @param roles the roles that may be imported, spelled exactly so
     * @param onlyLive true to leave out users whom the source application's own filter hides
     * @param trusted e-mail, phone or both: those count as proven on the operator's word
     * @param factors how second factors are read
     * @param realm the realm or tenant whose users are read; null where the source has one
     * @param columns meanings of columns that the preset does not read, by name
     * @param sample which users are imported
     * @throws IllegalArgumentException when a role is invalid or spells a right, or user names are trusted
     */
    public ReadingOptions {
        roles.forEach(RoleName::require);
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        trusted = Set.copyOf(trusted);
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        if (trusted.contains(IdentifierKind.USERNAME)) {
            throw new IllegalArgumentException("a user name needs no proof, so it cannot be vouched for");
        }
    }

    /**
     * {@return a copy with these roles in place of the previous ones}
     *
     * @param listed spelled exactly so
     * @throws IllegalArgumentException when a role is invalid or spells a right
     */
    public ReadingOptions withRoles(Collection<String> listed) {
        return new ReadingOptions(new TreeSet<>(listed), onlyLive, trusted, factors, realm, columns, sample);
    }

    /** {@return a copy without users whom the source application's own filter hides} */
    public ReadingOptions withOnlyLive() {
        return new ReadingOptions(roles, true, trusted, factors, realm, columns, sample);
    }

    /**
     * {@return a copy with other settings for second factors}
     *
     * @param others replace the previous ones
     */
    public ReadingOptions withFactors(FactorOptions others) {
        return new ReadingOptions(roles, onlyLive, trusted, others, realm, columns, sample);
    }

    /**
     * {@return a copy in which identifiers of this kind count as proven}
     *
     * @param kind e-mail or phone
     * @throws IllegalArgumentException for user names
     */
    public ReadingOptions withTrusted(IdentifierKind kind) {
        Set<IdentifierKind> kinds = EnumSet.of(kind);
        kinds.addAll(trusted);
        return new ReadingOptions(roles, onlyLive, kinds, factors, realm, columns, sample);
    }

    /**
     * {@return a copy for the users of one realm or tenant}
     *
     * @param name as the source names it
     */
    public ReadingOptions withRealm(String name) {
        return new ReadingOptions(roles, onlyLive, trusted, factors, name, columns, sample);
    }

    /**
     * {@return a copy with the meaning of a column that the preset does not read}
     *
     * @param column its name, or {@code table.column} where two tables of users have one of that name; in any letter
     *     case
     * @param meaning of its cells
     */
    public ReadingOptions withColumn(String column, ColumnMeaning meaning) {
        Map<String, ColumnMeaning> all = new TreeMap<>(columns);
        all.put(column.toLowerCase(Locale.ROOT), meaning);
        return new ReadingOptions(roles, onlyLive, trusted, factors, realm, all, sample);
    }

    /**
     * {@return a copy with another sample}
     *
     * @param people the sample
     */
    public ReadingOptions withSample(ImportSample people) {
        return new ReadingOptions(roles, onlyLive, trusted, factors, realm, columns, people);
    }

    /**
     * {@return true for a role that is on the list, or is the default role in any letter case}
     *
     * @param role as the source system spells it
     */
    public boolean lists(String role) {
        return roles.contains(role) || isUsual(role);
    }

    /**
     * {@return the role that is imported}
     *
     * @param role as the source system spells it
     */
    public String granted(String role) {
        return roles.contains(role) ? role : AbstractProfile.DEFAULT_ROLE;
    }

    private static boolean isUsual(String role) {
        return role.chars().allMatch(c -> c < 0x80) && role.equalsIgnoreCase(AbstractProfile.DEFAULT_ROLE);
    }
}
