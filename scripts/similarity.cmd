@"%~dp0hadamask.cmd" similarity %*
