package dev.lockstile.auth.imports.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.lockstile.auth.cutover.writeback.LegacySystem;
import dev.lockstile.auth.cutover.writeback.LegacySystem.DownException;
import dev.lockstile.auth.cutover.writeback.UserState;
import dev.lockstile.auth.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several who write one document: senders, and the old application. */
final class MongoWriteBackRaceTest extends MongoWriteBackCase {

    private UserState disabled;
    private UserState enabled;

    @BeforeEach
    void states() {
        old.add(1, "8085550201");
        UserId ana = imported(1);
        auth.admin().disable(ana);
        disabled = due();
        auth.admin().enable(ana);
        enabled = due();
    }

    @Test
    void a_state_that_comes_late_or_again_changes_nothing() throws DownException {
        there.put(numbered(enabled, 7));
        Document before = document(1);
        there.put(numbered(disabled, 6));
        there.put(numbered(disabled, 7));
        assertThat(document(1)).isEqualTo(before).containsEntry("status_key", 1);
        there.put(numbered(disabled, 8));
        assertThat(document(1)).containsEntry("status_key", 0);
    }

    @Test
    void a_sender_that_was_held_up_before_its_write_is_overtaken() throws DownException {
        Runnable newer = () -> put(numbered(enabled, 9));
        try (MongoClient slow = client(newer, 1)) {
            LegacySystem held =
                    MongoLegacySystem.phoneOtp(slow.getDatabase("old"), there.system(), OldPeople.COLLECTION);
            held.put(numbered(disabled, 8));
        }
        assertThat(document(1)).as("the newer state").containsEntry("status_key", 1);
    }

    @Test
    void what_the_old_application_writes_meanwhile_is_not_written_over_unseen() throws DownException {
        Runnable removed = () -> old.people().updateOne(new Document("_id", 1), Updates.set("is_removed", true));
        try (MongoClient slow = client(removed, 1)) {
            MongoLegacySystem.phoneOtp(slow.getDatabase("old"), there.system(), OldPeople.COLLECTION)
                    .put(numbered(enabled, 8));
        }
        assertThat(document(1)).as("removed there").containsEntry("is_removed", true);
    }

    @Test
    void a_document_that_changes_each_time_is_given_up() {
        Runnable seen = () -> old.people().updateOne(new Document("_id", 1), Updates.inc("status_key", 1));
        try (MongoClient slow = client(seen, 99)) {
            LegacySystem system =
                    MongoLegacySystem.phoneOtp(slow.getDatabase("old"), there.system(), OldPeople.COLLECTION);
            assertThatThrownBy(() -> system.put(numbered(disabled, 8)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the document changes all the time");
        }
    }

    @Test
    void of_many_senders_at_once_the_highest_number_stays() throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            UserState state = numbered(i % 2 == 0 ? disabled : enabled, i);
            all.add(() -> put(state));
        }
        Collections.shuffle(all, new java.util.Random(7));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> one : pool.invokeAll(all)) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        put(numbered(disabled, 40)); // whose first try may have met another sender's first
        assertThat(document(1)).containsEntry("status_key", 0);
        assertThat(document(1).getDate("updated_time")).isAfter(new Date(1_420_172_005_000L));
    }

    private boolean put(UserState state) {
        try {
            there.put(state);
            return true;
        } catch (DownException e) {
            return false;
        }
    }

    /** A client that does something before it sends a write of the people. */
    private MongoClient client(Runnable before, int times) {
        int[] left = {times};
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", old.port()))))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        boolean write = event.getCommandName().equals("update")
                                && event.getCommand()
                                        .getString("update")
                                        .getValue()
                                        .equals(OldPeople.COLLECTION);
                        if (write && left[0]-- > 0) {
                            before.run();
                        }
                    }
                })
                .build());
    }
}
