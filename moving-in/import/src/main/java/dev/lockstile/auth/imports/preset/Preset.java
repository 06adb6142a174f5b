package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A source system: its tables, their meaning and its password handling. Stateless. A host uses a named one, or defines
 * its own with {@link TablePreset}.
 */
public abstract class Preset {

    Preset() {}

    /** {@return the name on the command line and in the ledger} */
    public abstract String name();

    /** {@return the default policy for accounts that share an e-mail or a phone} */
    public DuplicatePolicy duplicates() {
        return DuplicatePolicy.RULE;
    }

    /**
     * {@return a copy that reads second factors from further tables of the source, which belong to the users of its
     * first table} These mappings replace those of django-otp and django-allauth in the presets {@code django} and
     * {@code jb-drf-auth}.
     *
     * @param mappings the mappings; none to leave second factors out
     */
    public Preset withFactors(FactorMapping... mappings) {
        return new FactorPreset(this, List.of(mappings));
    }

    /**
     * {@return the preset with its picture references rewritten, such as by
     * {@code old -> "https://files.example.com/" + old}}
     *
     * @param rewriting returns the new reference of an old one; called by several threads, has to be deterministic
     */
    public Preset withPictures(UnaryOperator<String> rewriting) {
        return new MovedPictures(this, rewriting);
    }

    /**
     * Opens the source with the operator's restrictions applied, for other parts of this module.
     *
     * @param source the source; closed by the caller
     * @param reading the interpretation of rows
     * @return a reader of the users, valid while the source is open
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when tables or columns are missing; the
     *     message names the expected and the existing ones
     */
    public final PersonSource people(Source source, Reading reading) {
        ReadingOptions options = reading.options();
        if (options.factors().key() != null && !factorWords().contains(FactorWord.KEY)) {
            throw new SourceUnusableException(
                    "the preset " + name() + " reads no second factors that a key opens: leave the factor key out");
        }
        if (options.factors().relyingParty() != null && !factorWords().contains(FactorWord.RELYING_PARTY)) {
            throw new SourceUnusableException(
                    "the preset " + name() + " reads no passkeys by a relying party id: leave it out");
        }
        AccountedSource whole = new AccountedSource(source, isMapped(), options);
        PersonSource people = TrustedPeople.over(open(whole, reading), options.trusted());
        whole.account(people.tables());
        return new AccountedPeople(new ListedRoles(people, options), whole, reading.now());
    }

    /** True where a host's own mapping reads the table: then no name of a column decides what it means. */
    boolean isMapped() {
        return false;
    }

    /** What the preset takes of the mover to read second factors. */
    Set<FactorWord> factorWords() {
        return Set.of();
    }

    /** Finds the system's tables in a source, which the source; closed by the caller, and checks their columns. */
    abstract PersonSource open(Source source, Reading reading);
}
