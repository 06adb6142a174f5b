package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.PhoneNormalization;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.RenumberedPhones;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.UpkeepStore.StoredPhone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stores numbers of older numbering plans in their present form: one page of reading, one update for each number. */
public final class PhoneNormalizationFlow implements PhoneNormalization {

    private static final int PAGE = 500;

    private final FlowContext context;

    /** @param context what every flow has at hand */
    public PhoneNormalizationFlow(FlowContext context) {
        this.context = context;
    }

    @Override
    public Report run(boolean dryRun, Consumer<Change> watch) {
        long read = 0;
        long changed = 0;
        long conflicts = 0;
        @Nullable UserId after = null;
        List<StoredPhone> page;
        do {
            @Nullable UserId last = after;
            page = context.store().read(tx -> tx.upkeep().phones(last, PAGE));
            for (StoredPhone phone : page) {
                after = phone.user();
                Optional<Identifier> current = current(phone);
                if (current.isPresent()) {
                    Outcome outcome = dryRun ? foreseen(phone, current.get()) : respell(phone, current.get());
                    watch.accept(new Change(phone.user(), outcome));
                    changed += outcome == Outcome.CHANGED ? 1 : 0;
                    conflicts += outcome == Outcome.CONFLICT ? 1 : 0;
                }
            }
            read += page.size();
        } while (page.size() == PAGE);
        return new Report(read, changed, conflicts);
    }

    /** The present form of a number that the dated table names; other spellings are the host's and stay. */
    private Optional<Identifier> current(StoredPhone phone) {
        String bare = phone.value().replaceAll("[\\s().-]", "");
        String renumbered = RenumberedPhones.current(bare);
        return renumbered.equals(bare)
                ? Optional.empty()
                : context.identifiers().phone(renumbered);
    }

    private Outcome foreseen(StoredPhone phone, Identifier current) {
        boolean taken = phone.isOwned()
                && context.store()
                        .read(tx -> tx.users().byKey(current.kind(), current.key()))
                        .filter(owner -> !owner.info().id().equals(phone.user()))
                        .isPresent();
        return taken ? Outcome.CONFLICT : Outcome.CHANGED;
    }

    private Outcome respell(StoredPhone phone, Identifier current) {
        Instant now = context.now();
        try {
            if (!context.store().<Boolean>alone(tx -> tx.upkeep().respell(phone, current, now))) {
                return Outcome.LEFT;
            }
        } catch (KeyTakenException e) {
            return Outcome.CONFLICT;
        }
        context.events().tell(new AuthEvent.PhoneRespelled(now, phone.user()));
        return Outcome.CHANGED;
    }
}
