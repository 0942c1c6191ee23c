@"%~dp0hadamask.cmd" distances %*
