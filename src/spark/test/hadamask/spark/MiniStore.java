package hadamask.spark;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/// HDFS with two nodes for data, as a process: it says its address, and ends with its standard input.
public final class MiniStore {
    private MiniStore() {
    }

    /// @param args the folder for its data
    public static void main(String[] args) throws IOException {
        Configuration settings = new Configuration();
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, new File(args[0]).getAbsolutePath());
        try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(settings).numDataNodes(2).build()) {
            cluster.waitActive();
            System.out.println("address " + cluster.getURI());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
        System.exit(0);
    }
}
