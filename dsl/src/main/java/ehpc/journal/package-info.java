/**
 * The journal of a run: every change of the service is on disk before it is sent, and its outcome afterwards, so that a run that was killed
 * or cut off can be found and its results collected.
 *
 * <pre>{@code
 * try (Journal journal = Journals.in(directory).begin(JournalHeader.of("deploy.ehpc", text))) {
 *     script.over(journal.over(ehpc)).secrets(journal::secret).run();
 *     journal.end(0);
 * }
 * }</pre>
 *
 * <p>Each run has a directory of its own, readable by its owner only, with one file of JSON lines ({@code journal.jsonl}). A line ends with a
 * checksum; a last line that was cut off is ignored. {@link ehpc.journal.Journals} lists and finds runs, and
 * {@link ehpc.journal.JournaledRun#collect} reads the results that a run did not wait for. Secrets are replaced by asterisks.
 */
package ehpc.journal;
