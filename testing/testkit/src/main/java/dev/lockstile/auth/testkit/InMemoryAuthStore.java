package dev.lockstile.auth.testkit;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store without a database, for tests. It keeps the same promises as one with a database and proves it with the same
 * contract: transactions that are rolled back when the work fails, unique keys, one winner of every contested write.
 * Keys are numbers.
 *
 * <p>A transaction inside another one, as when a host calls a flow inside its own, is part of it. A test learns what a
 * database would only show under load: {@link #alone} inside another transaction, writing in a transaction that reads,
 * and using a transaction after its end are {@link IllegalStateException}s.
 *
 * <p>Safe for use by many threads; transactions of different threads run one after the other.
 */
public final class InMemoryAuthStore implements AuthStore, AdminListSource {

    private static final Pattern KEY = Pattern.compile("[1-9][0-9]{0,17}");

    private final Tables tables = new Tables();
    private final Transactions transactions = new Transactions(tables);

    /** A store without any rows. */
    public InMemoryAuthStore() {}

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return transactions.run(Transactions.Kind.JOIN, work);
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return transactions.run(Transactions.Kind.ALONE, work);
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return transactions.run(Transactions.Kind.READ, work);
    }

    @Override
    public boolean holdsConnection() {
        return transactions.isHeld();
    }

    @Override
    public Optional<UserId> userId(String text) {
        OptionalLong key = key(text);
        return key.isPresent() ? Optional.of(new UserId(key.getAsLong())) : Optional.empty();
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        OptionalLong key = key(text);
        return key.isPresent() ? Optional.of(new ProfileId(key.getAsLong())) : Optional.empty();
    }

    /** Every attribute is there. */
    @Override
    public List<String> hostColumnProblems(List<HostColumn> columns) {
        return List.of();
    }

    /**
     * The list of users, and codes and messages by day, with what is committed; proofs are shown as they are stored.
     */
    @Override
    public AdminLists adminLists(IdentifierRules rules) {
        return new InMemoryAdminLists(this);
    }

    /** From now on every transaction fails with {@code StoreUnavailableException}, as with a database that is down. */
    public void goDown() {
        transactions.down(true);
    }

    /** Ends what {@link #goDown} began; nothing was lost. */
    public void comeBack() {
        transactions.down(false);
    }

    /**
     * From now on every piece of work runs twice, and only the second run is kept, as after a deadlock. A flow that
     * does more in its work than read and write (a mail sent, a counter raised) is found out this way.
     */
    public void runWorkTwice() {
        transactions.dryRun(true);
    }

    /** {@return the committed entries of both message logs, oldest first} */
    public List<LoggedMessage> messageLog() {
        return look(all -> Tables.committed(all.messageLog));
    }

    /** {@return the committed messages that still need work, oldest first} */
    public List<OutboxMessage> pendingMessages() {
        return look(all -> Tables.committed(all.outbox).stream()
                .filter(row -> row.finishedAt() == null)
                .map(OutboxRow::message)
                .toList());
    }

    /**
     * {@return everything that is committed, in clear and as one text: where a test looks for a code, a token or a
     * password that must not be there} Not for a log.
     */
    public String dump() {
        return look(all -> all.all().flatMap(Dump::rows).collect(Collectors.joining("\n")));
    }

    /** Lets a test of this module look at the tables between two transactions. */
    <T> T look(Function<Tables, T> view) {
        return transactions.look(() -> view.apply(tables));
    }

    private static OptionalLong key(String text) {
        return KEY.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
