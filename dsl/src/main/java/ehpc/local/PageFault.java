package ehpc.local;

import java.util.Set;

/** A fault of a page of a list. One is played for a request, that of the first matching rule, independently of faults of other kinds. */
public sealed interface PageFault extends Fault {

    /** The emulated operations that answer in pages. */
    Set<String> OPERATIONS = Set.of(
            "GetAccountingReport",
            "ListCloudMetricProfilings",
            "ListClusterLogs",
            "ListClusters",
            "ListClustersMeta",
            "ListCommands",
            "ListCpfsFileSystems",
            "ListFileSystemWithMountTargets",
            "ListInvocationResults",
            "ListJobTemplates",
            "ListJobs",
            "ListJobsWithFilters",
            "ListNodes",
            "ListNodesByQueue",
            "ListServerlessJobs",
            "ListTagResources",
            "ListTasks",
            "ListUsers",
            "ListUsersAsync",
            "ListVolumes");

    @Override
    default Set<String> operations() {
        return OPERATIONS;
    }

    /** The page has no items. Its TotalCount is correct. */
    record EmptyPage() implements PageFault {
        @Override
        public String name() {
            return "emptyPage";
        }
    }

    /** The second half of the items is missing from the page, of an odd number the greater half. Its TotalCount is correct. */
    record ShortPage() implements PageFault {
        @Override
        public String name() {
            return "shortPage";
        }
    }

    /**
     * The page is one of a list that has changed since the first page was read: items were added at its beginning, so that the last items of
     * the page before come again, or removed there, so that items are skipped. TotalCount is that of the changed list. Has no effect on the
     * first page.
     *
     * @param by the number of added items; negative for removed ones; not 0
     */
    record ShiftedPage(int by) implements PageFault {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is 0
         */
        public ShiftedPage {
            if (by == 0) {
                throw new IllegalArgumentException("by must not be 0");
            }
        }

        @Override
        public String name() {
            return "shiftedPage";
        }
    }
}
