/** Where old rows are read from: tables, pages of rows, cells. Nothing here ever writes. */
@NullMarked
package dev.lockstile.auth.imports.source;

import org.jspecify.annotations.NullMarked;
