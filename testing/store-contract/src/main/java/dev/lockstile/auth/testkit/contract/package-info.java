/**
 * The contract of the store port as tests. Who writes a store extends {@link
 * dev.lockstile.auth.testkit.contract.AuthStoreContract}; when all of it passes, the library's flows can rely on the
 * store.
 */
@NullMarked
package dev.lockstile.auth.testkit.contract;

import org.jspecify.annotations.NullMarked;
