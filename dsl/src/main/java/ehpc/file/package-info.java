/**
 * Directories of one user: {@link ehpc.file.OwnerOnly} has the permissions of private files, and {@link ehpc.file.DirectoryLock} lets one
 * process at a time write to a directory.
 *
 * <p>The journals of runs and the directories of local services use it. It depends on no other package.
 */
package ehpc.file;
