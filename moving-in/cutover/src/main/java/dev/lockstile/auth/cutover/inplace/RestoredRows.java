package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.cutover.inplace.RowImage.Part;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Restores rows that an import in place has written into, as long as the account was neither changed nor used since.
 *
 * @param names of the host's entities
 */
record RestoredRows(EntityManager manager, EntityNames names) {

    /** @param key of the row, in its own type */
    boolean restore(RowImage image, Object key) {
        if (image.part() == Part.ADDED_PROFILE) {
            return removed(image, key);
        }
        String entity = names.required(image.part() == Part.USER ? AbstractUser.class : AbstractProfile.class);
        if (!isHeld(entity, image, key) || (image.part() == Part.USER && isUsed(key))) {
            return false;
        }
        if (!image.before().isEmpty()) {
            write(entity, image.before(), key);
        }
        return true;
    }

    /** The conditional update that decides: a sign-in at this moment waits, and then finds no password. */
    private boolean isHeld(String entity, RowImage image, Object key) {
        Map<String, @Nullable Object> compared = new LinkedHashMap<>(image.after());
        compared.remove("settings"); // a type of its own on some hosts; the time of change tells
        String conditions = compared.entrySet().stream()
                .map(value -> " and " + condition(value.getKey(), value.getValue()))
                .collect(Collectors.joining());
        Query hold = manager.createQuery("update " + entity + " x set x.modifiedAt = x.modifiedAt where id(x) = :id and"
                        + " x.modifiedAt = :modified" + conditions)
                .setParameter("id", key)
                .setParameter("modified", image.modifiedAt());
        compared.forEach((attribute, value) -> {
            if (isCompared(attribute, value)) {
                hold.setParameter(attribute, value);
            }
        });
        return hold.executeUpdate() == 1;
    }

    private static String condition(String attribute, @Nullable Object value) {
        if (isCompared(attribute, value)) {
            return "x." + attribute + " = :" + attribute;
        }
        return "x." + attribute + (value == null ? " is null" : " is not null");
    }

    private static boolean isCompared(String attribute, @Nullable Object value) {
        return value != null && !attribute.equals(RowImage.PASSWORD);
    }

    private boolean isUsed(Object key) {
        return names.all(AbstractSession.class).anyMatch(session -> count(session, "id(x.user) = :key", key) > 0)
                || names.all(AbstractOtpCode.class)
                        .anyMatch(code -> count(code, "x.userRef = :key", String.valueOf(key)) > 0);
    }

    private long count(String entity, String condition, Object key) {
        return manager.createQuery("select count(x) from " + entity + " x where " + condition, Long.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    private void write(String entity, Map<String, @Nullable Object> before, Object key) {
        String columns = before.entrySet().stream()
                .map(value ->
                        "x." + value.getKey() + " = " + (value.getValue() == null ? "null" : ":" + value.getKey()))
                .collect(Collectors.joining(", "));
        Query update = manager.createQuery("update " + entity + " x set " + columns + " where id(x) = :id")
                .setParameter("id", key);
        before.forEach((attribute, value) -> {
            if (value != null) {
                update.setParameter(attribute, value);
            }
        });
        update.executeUpdate();
    }

    private boolean removed(RowImage image, Object key) {
        String profile = names.required(AbstractProfile.class);
        return manager.createQuery("delete from " + profile + " x where id(x) = :id and x.modifiedAt = :modified")
                        .setParameter("id", key)
                        .setParameter("modified", image.modifiedAt())
                        .executeUpdate()
                == 1;
    }
}
