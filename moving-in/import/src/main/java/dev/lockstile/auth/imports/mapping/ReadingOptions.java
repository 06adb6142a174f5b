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
 * What the mover allows old rows to say.
 *
 * @param roles the roles that may come over, to the letter; any other role becomes the usual one
 * @param onlyLive leaves out those whom the old application's own filter left out, instead of a disabled account
 * @param trusted e-mail, phone or both: those that the old system let people in by count as proven, on the mover's word
 *     and not on that of the old system
 * @param factors how second factors are read
 * @param realm the realm or tenant whose people are read; null where the source has one
 * @param columns what columns say that the preset does not read, by {@code column} or {@code table.column} in lower
 *     case
 * @param sample which people are taken
 */
public record ReadingOptions(
        Set<String> roles,
        boolean onlyLive,
        Set<IdentifierKind> trusted,
        FactorOptions factors,
        @Nullable String realm,
        Map<String, ColumnMeaning> columns,
        ImportSample sample) {

    /** No role but the usual one; no person is left out. */
    public static final ReadingOptions CAREFUL =
            new ReadingOptions(Set.of(), false, Set.of(), FactorOptions.CAREFUL, null, Map.of(), ImportSample.WHOLE);

    /**
     * Checks the roles and copies the sets.
     *
     * @param roles the roles that may come over, to the letter
     * @param onlyLive leaves out those whom the old application's own filter left out
     * @param trusted e-mail, phone or both: those count as proven on the mover's word
     * @param factors how second factors are read
     * @param realm the realm or tenant whose people are read; null where the source has one
     * @param columns what columns say that the preset does not read, by name
     * @param sample which people are taken
     * @throws IllegalArgumentException when one of the roles is none, or spells a right, or user names are trusted
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
     * {@return a copy with these roles, in place of those before}
     *
     * @param listed to the letter
     */
    public ReadingOptions withRoles(Collection<String> listed) {
        return new ReadingOptions(new TreeSet<>(listed), onlyLive, trusted, factors, realm, columns, sample);
    }

    /** {@return a copy without people whom the old application's own filter left out} */
    public ReadingOptions withOnlyLive() {
        return new ReadingOptions(roles, true, trusted, factors, realm, columns, sample);
    }

    /**
     * {@return a copy with another reading of second factors}
     *
     * @param others in place of those before
     */
    public ReadingOptions withFactors(FactorOptions others) {
        return new ReadingOptions(roles, onlyLive, trusted, others, realm, columns, sample);
    }

    /**
     * {@return a copy where identifiers of this kind count as proven}
     *
     * @param kind e-mail or phone
     */
    public ReadingOptions withTrusted(IdentifierKind kind) {
        Set<IdentifierKind> kinds = EnumSet.of(kind);
        kinds.addAll(trusted);
        return new ReadingOptions(roles, onlyLive, kinds, factors, realm, columns, sample);
    }

    /**
     * {@return a copy for the people of one realm or tenant}
     *
     * @param name as the source names it
     */
    public ReadingOptions withRealm(String name) {
        return new ReadingOptions(roles, onlyLive, trusted, factors, name, columns, sample);
    }

    /**
     * {@return a copy with a meaning of a column that the preset does not read}
     *
     * @param column its name, or {@code table.column} where two tables of people have one of that name; in any letter
     *     case
     * @param meaning what its cells say
     */
    public ReadingOptions withColumn(String column, ColumnMeaning meaning) {
        Map<String, ColumnMeaning> all = new TreeMap<>(columns);
        all.put(column.toLowerCase(Locale.ROOT), meaning);
        return new ReadingOptions(roles, onlyLive, trusted, factors, realm, all, sample);
    }

    /**
     * {@return a copy for some of the people}
     *
     * @param people which
     */
    public ReadingOptions withSample(ImportSample people) {
        return new ReadingOptions(roles, onlyLive, trusted, factors, realm, columns, people);
    }

    /**
     * {@return true for a role that is on the list, or is the usual one in any letter case}
     *
     * @param role as the old system spells it
     */
    public boolean lists(String role) {
        return roles.contains(role) || isUsual(role);
    }

    /**
     * {@return the role as it comes over}
     *
     * @param role as the old system spells it
     */
    public String granted(String role) {
        return roles.contains(role) ? role : AbstractProfile.DEFAULT_ROLE;
    }

    private static boolean isUsual(String role) {
        return role.chars().allMatch(c -> c < 0x80) && role.equalsIgnoreCase(AbstractProfile.DEFAULT_ROLE);
    }
}
