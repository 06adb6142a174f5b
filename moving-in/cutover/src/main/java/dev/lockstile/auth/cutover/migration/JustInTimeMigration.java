package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.cutover.internal.LegacyCalls;
import dev.lockstile.auth.cutover.migration.LegacyDirectory.Answer;
import dev.lockstile.auth.cutover.migration.LegacyDirectory.Question;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.person.SourcePerson;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Imports users from the source system at their first sign-in or password reset, whether by password, code or reset
 * link. Only a proven user is imported, so a stranger can neither fill the target database nor claim an account whose
 * owner still uses the source system.
 *
 * <p>At most 16 queries to the source run at the same time. Beyond that, while the source does not respond, and when a
 * query finds more rows than it reads, the verdict is {@link LegacyAccounts.Verdict#UNKNOWN}; only an outage is
 * remembered. Safe for use by many threads.
 */
public final class JustInTimeMigration implements LegacyAccounts {

    private final PersonImport personImport;
    private final LegacyDirectory directory;
    private final PasswordHasher hasher;
    private final Clock clock;
    private final LegacyCalls calls = new LegacyCalls();

    /**
     * Imports people from this directory as an import run would.
     *
     * @param personImport with the preset, system and region of an import from the same source
     * @param directory where one person is looked for
     * @param hasher of the application's one {@link dev.lockstile.auth.password.service.Passwords}
     * @param clock the application's
     */
    public JustInTimeMigration(
            PersonImport personImport, LegacyDirectory directory, PasswordHasher hasher, Clock clock) {
        this.personImport = personImport;
        this.directory = directory;
        this.hasher = hasher;
        this.clock = clock;
    }

    /**
     * A name that reads as a phone number may be another person's user name: where the password is not that of the
     * number's owner, the user name's is looked for. A directory that answers whole was asked about both at once.
     */
    @Override
    public LegacyAccounts.Verdict importByPassword(List<Identifier> candidates, Secret password) {
        return ofEachReading(candidates, names -> imported(names, password));
    }

    private LegacyAccounts.Verdict ofEachReading(
            List<Identifier> candidates, Function<List<Identifier>, LegacyAccounts.Verdict> question) {
        LegacyAccounts.Verdict first = question.apply(candidates);
        List<Identifier> names = namesBesideNumbers(candidates);
        return first == LegacyAccounts.Verdict.NO_MATCH && !names.isEmpty() ? question.apply(names) : first;
    }

    private List<Identifier> namesBesideNumbers(List<Identifier> candidates) {
        boolean number = candidates.stream().anyMatch(candidate -> candidate.kind() == IdentifierKind.PHONE);
        return candidates.stream()
                .filter(candidate -> candidate.kind() == IdentifierKind.USERNAME)
                .filter(candidate -> number && !directory.answersWhole())
                .toList();
    }

    private LegacyAccounts.Verdict imported(List<Identifier> candidates, Secret password) {
        return asked(() -> found(candidates, password))
                .map(found -> proven(found, password).filter(SourcePerson::isAdmitted))
                .map(this::importFound)
                .orElse(LegacyAccounts.Verdict.UNKNOWN);
    }

    /**
     * Checks the hash in the source rows; unknown where the source application does not disclose hashes, since asking
     * it about a password would count as a sign-in there. Does not check whether the person's identifiers are taken in
     * the target; {@code import plan} reports that.
     */
    @Override
    public LegacyAccounts.Verdict dryRunByPassword(List<Identifier> candidates, Secret password) {
        return ofEachReading(candidates, names -> wouldBeImported(names, password));
    }

    private LegacyAccounts.Verdict wouldBeImported(List<Identifier> candidates, Secret password) {
        return asked(() -> found(candidates, null))
                .map(found -> wouldProve(found, password))
                .orElse(LegacyAccounts.Verdict.UNKNOWN);
    }

    private LegacyAccounts.Verdict wouldProve(Found found, Secret password) {
        Optional<SourcePerson> person = found.person().filter(SourcePerson::isAdmitted);
        Optional<Secret> hash = person.flatMap(personImport::passwordHash);
        boolean keptThere = person.isPresent() && hash.isEmpty() && directory.answersWhole();
        return keptThere
                ? LegacyAccounts.Verdict.UNKNOWN
                : verdict(hash.isPresent()
                        && hasher.check(MarkedHash.unmarked(hash.get().reveal()), password)
                                .matches());
    }

    @Override
    public LegacyAccounts.Verdict canImport(Identifier identifier) {
        return asked(() -> look(List.of(identifier), null).person())
                .map(person -> person.map(known -> opens(known, identifier)).orElse(LegacyAccounts.Verdict.NO_MATCH))
                .orElse(LegacyAccounts.Verdict.UNKNOWN);
    }

    @Override
    public LegacyAccounts.Verdict canImportProven(Identifier identifier) {
        return asked(() -> look(List.of(identifier), null).person())
                .map(person -> person.map(known -> proven(known, identifier)).orElse(LegacyAccounts.Verdict.NO_MATCH))
                .orElse(LegacyAccounts.Verdict.UNKNOWN);
    }

    private LegacyAccounts.Verdict proven(SourcePerson person, Identifier identifier) {
        return personImport.isProven(person, identifier)
                ? LegacyAccounts.Verdict.MATCH
                : LegacyAccounts.Verdict.UNPROVEN;
    }

    @Override
    public LegacyAccounts.Verdict importOwner(Identifier proven) {
        return asked(() -> look(List.of(proven), null).person())
                .map(person -> person.filter(known -> personImport.isOpenedBy(known, proven)))
                .map(this::importFound)
                .orElse(LegacyAccounts.Verdict.UNKNOWN);
    }

    /**
     * Imports the user of a source key that a token of the source system has proven.
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the key of that row in the source
     * @param name the user's name in the source; null when the key suffices. A user with another name is not imported
     * @return what became of it
     */
    public LegacyAccounts.Verdict importUser(String entity, String legacyId, @Nullable String name) {
        return asked(() -> found(entity, legacyId))
                .map(person -> person.filter(found -> name == null || personImport.isCalled(found, name)))
                .map(this::importFound)
                .orElse(LegacyAccounts.Verdict.UNKNOWN);
    }

    private LegacyAccounts.Verdict opens(SourcePerson person, Identifier identifier) {
        return personImport.isOpenedBy(person, identifier)
                ? LegacyAccounts.Verdict.MATCH
                : LegacyAccounts.Verdict.UNPROVEN;
    }

    private LegacyAccounts.Verdict importFound(Optional<SourcePerson> person) {
        return verdict(person.isPresent() && personImport.importPerson(person.get()));
    }

    private Optional<SourcePerson> found(String entity, String legacyId) {
        try (Answer answer = directory.ask(new Question(List.of(), legacyId, null))) {
            Search search = source -> personImport.find(source, entity, legacyId);
            return directory.answersWhole()
                    ? search.in(answer.rows())
                    : again(personImport.names(answer.rows()), search);
        }
    }

    /** Computes exactly one hash, whichever account is meant and whatever the source answered. */
    private Optional<SourcePerson> proven(Found found, Secret password) {
        Boolean saidThere = found.passwordMatches();
        Optional<SourcePerson> person = found.person();
        if (saidThere != null && saidThere && person.isPresent()) {
            return person.map(known -> known.withPassword(Secret.of(hasher.hash(password))));
        }
        String hash = saidThere != null
                ? null
                : MarkedHash.unmarked(person.flatMap(personImport::passwordHash)
                        .map(Secret::reveal)
                        .orElse(null));
        boolean matches = hasher.check(hash, password).matches();
        return matches ? person : Optional.empty();
    }

    private record Found(
            Optional<SourcePerson> person, @Nullable Boolean passwordMatches) {}

    private Found found(List<Identifier> candidates, @Nullable Secret password) {
        return directory.answersWhole() ? oneByOne(candidates, password) : look(candidates, password);
    }

    /**
     * Asks about each name alone. Asked about all at once, a source application could find the password right for one
     * user (whose user name is another's address) while the address belongs to the other.
     */
    private Found oneByOne(List<Identifier> candidates, @Nullable Secret password) {
        List<Found> all = candidates.stream()
                .map(name -> look(List.of(name), password))
                .filter(found -> found.person().isPresent())
                .toList();
        return all.stream()
                .filter(found -> Boolean.TRUE.equals(found.passwordMatches()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseGet(() -> new Found(Optional.empty(), null));
    }

    /**
     * Queries twice: the second time for all rows with one of the person's names, since one of them may be the owner.
     */
    private Found look(List<Identifier> names, @Nullable Secret password) {
        try (Answer first = directory.ask(new Question(names, null, password))) {
            if (directory.answersWhole()) {
                Optional<SourcePerson> person = personImport.find(first.rows(), names);
                return new Found(person, said(first, person, names));
            }
            Set<Identifier> more = new LinkedHashSet<>(names);
            more.addAll(personImport.names(first.rows()));
            Optional<SourcePerson> person = again(List.copyOf(more), source -> personImport.find(source, names));
            return new Found(person, said(first, person, names));
        }
    }

    /** A password of a row to be merged does not open the account; only that of the person's main row does. */
    private @Nullable Boolean said(Answer answer, Optional<SourcePerson> person, List<Identifier> names) {
        Boolean matches = answer.passwordMatches();
        boolean another = person.isPresent() && !personImport.hasOneOf(person.get(), names);
        return matches != null && another ? Boolean.FALSE : matches;
    }

    private Optional<SourcePerson> again(List<Identifier> names, Search search) {
        try (Answer second = directory.ask(new Question(names, null, null))) {
            return search.in(second.rows());
        }
    }

    @FunctionalInterface
    private interface Search {
        Optional<SourcePerson> in(Source source);
    }

    private static LegacyAccounts.Verdict verdict(boolean yes) {
        return yes ? LegacyAccounts.Verdict.MATCH : LegacyAccounts.Verdict.NO_MATCH;
    }

    /**
     * Asks the source; empty when it did not respond or the circuit is open. Hashes are computed afterwards, so that a
     * saturated hasher is not mistaken for an outage.
     */
    private <T> Optional<T> asked(Supplier<T> question) {
        return calls.ask(clock, question);
    }
}
