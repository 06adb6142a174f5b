package dev.lockstile.auth.admin;

/**
 * Looks at the tables for the host's own administration. Who may look, the host decides: no endpoint calls this.
 *
 * <p>Only columns on a fixed list are ever selected: no password hash, no digest of a code or token, no text of a message,
 * no column of the host's own. Addresses of messages and codes, and names of devices for push messages, come masked;
 * those of users come whole, since whoever helps them has to know them (ASVS 14.2.6).
 *
 * <p>Each call is one read-only transaction of one statement that begins at a key and stops after a page; nothing is
 * counted and nothing skipped, so a page deep in a million rows costs what the first one does. A list whose entity the
 * host does not keep is empty.
 */
public interface AdminLists {

    /**
     * {@return a page of a list, newest key first; empty where nothing matches, as for what cannot be a key}
     *
     * @param list which table
     * @param query which rows of it
     */
    AdminPage page(AdminList list, AdminQuery query);
}
