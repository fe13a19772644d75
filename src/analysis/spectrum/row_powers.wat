;; Moments of the power spectrum of a kernel, by the spectra of its rows: row_moments.ts says what is
;; added up. Two rows at once, and two of their distances; each number is rounded as one by one.
;;
;; row_powers.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 1)

  ;; Lays float32 rows in pairs of float64, [rows / 2, width, 2]; a row of zeros where the last is alone
  (func $pairRows (param $from i32) (param $rows i32) (param $width i32) (param $to i32)
    (local $end i32) (local $below f64)
    (loop $pair
      (local.set $end (i32.add (local.get $from) (i32.shl (local.get $width) (i32.const 2))))
      (loop $next
        (local.set $below (f64.const 0))
        (if (i32.gt_s (local.get $rows) (i32.const 1))
          (then
            (local.set $below
              (f64.promote_f32
                (f32.load
                  (i32.add (local.get $from) (i32.shl (local.get $width) (i32.const 2))))))))
        (f64.store (local.get $to) (f64.promote_f32 (f32.load (local.get $from))))
        (f64.store offset=8 (local.get $to) (local.get $below))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (br_if $next (i32.lt_u (local.get $from) (local.get $end))))
      (local.set $from (i32.add (local.get $from) (i32.shl (local.get $width) (i32.const 2))))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 2)))
      (br_if $pair (i32.gt_s (local.get $rows) (i32.const 0)))))

  ;; Σ_x w cos and −Σ_x w sin of each row; gives where the pairs end
  (func $transform
    (param $pairs i32) (param $height i32) (param $width i32) (param $waves i32)
    (param $real i32) (param $imaginary i32)
    (result i32)
    (local $sine i32) (local $at i32) (local $wave i32)
    (local $two v128) (local $a v128) (local $b v128)
    (local.set $sine (i32.shl (local.get $width) (i32.const 3)))
    (local.set $at (local.get $pairs))
    (loop $pair
      (local.set $wave (local.get $waves))
      (local.set $a (f64x2.splat (f64.const 0)))
      (local.set $b (local.get $a))
      (loop $next
        (local.set $two (v128.load (local.get $at)))
        (local.set $a
          (f64x2.add
            (local.get $a)
            (f64x2.mul (local.get $two) (v128.load64_splat (local.get $wave)))))
        (local.set $b
          (f64x2.sub
            (local.get $b)
            (f64x2.mul
              (local.get $two)
              (v128.load64_splat (i32.add (local.get $wave) (local.get $sine))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (local.set $wave (i32.add (local.get $wave) (i32.const 8)))
        (br_if $next
          (i32.lt_u (local.get $wave) (i32.add (local.get $waves) (local.get $sine)))))
      (v128.store (local.get $real) (local.get $a))
      (v128.store (local.get $imaginary) (local.get $b))
      (local.set $real (i32.add (local.get $real) (i32.const 16)))
      (local.set $imaginary (i32.add (local.get $imaginary) (i32.const 16)))
      (local.set $height (i32.sub (local.get $height) (i32.const 2)))
      (br_if $pair (i32.gt_s (local.get $height) (i32.const 0))))
    (local.get $at))

  ;; Adds Σ_y Z_y* Z_{y+d} for every distance d, of rows $stride bytes of real parts, then of imaginary
  ;; ones, then of the sums of both; behind each row are two zeros
  (func $correlate (param $rows i32) (param $height i32) (param $stride i32)
    (local $to i32) (local $end i32) (local $last i32) (local $y i32) (local $other i32)
    (local $a v128) (local $b v128) (local $even v128) (local $odd v128)
    (local $real v128) (local $imaginary v128)
    (local.set $to (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 1))))
    (local.set $last (i32.add (local.get $rows) (i32.shl (local.get $height) (i32.const 3))))
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $height) (i32.const 3))))
    (local.set $other (local.get $rows))
    (loop $distance
      (local.set $y (local.get $rows))
      (local.set $even (f64x2.splat (f64.const 0)))
      (local.set $odd (local.get $even))
      (loop $next
        (local.set $a (v128.load64_splat (local.get $y)))
        (local.set $b
          (v128.load64_splat (i32.add (local.get $y) (local.get $stride))))
        (local.set $real (v128.load (local.get $other)))
        (local.set $imaginary
          (v128.load (i32.add (local.get $other) (local.get $stride))))
        (local.set $even
          (f64x2.add
            (local.get $even)
            (f64x2.add
              (f64x2.mul (local.get $a) (local.get $real))
              (f64x2.mul (local.get $b) (local.get $imaginary)))))
        (local.set $odd
          (f64x2.add
            (local.get $odd)
            (f64x2.sub
              (f64x2.mul (local.get $a) (local.get $imaginary))
              (f64x2.mul (local.get $b) (local.get $real)))))
        (local.set $y (i32.add (local.get $y) (i32.const 8)))
        (local.set $other (i32.add (local.get $other) (i32.const 8)))
        (br_if $next (i32.lt_u (local.get $other) (local.get $last))))
      (v128.store
        (local.get $to)
        (f64x2.add (v128.load (local.get $to)) (local.get $even)))
      (local.set $y (i32.add (local.get $to) (local.get $stride)))
      (v128.store
        (local.get $y)
        (f64x2.add (v128.load (local.get $y)) (local.get $odd)))
      ;; two further down from the first row
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $other
        (i32.sub (local.get $last) (i32.sub (local.get $end) (local.get $to))))
      (br_if $distance (i32.lt_u (local.get $to) (local.get $end)))))

  ;; Adds what a frequency across makes to the five sums
  (func $weigh
    (param $sums i32) (param $height i32) (param $shared i32) (param $own i32)
    (param $real i32) (param $imaginary i32)
    (local $d i32) (local $radial f64) (local $yy f64) (local $xy f64) (local $first f64)
    (local $row i32)
    (local.set $row (i32.shl (local.get $height) (i32.const 3)))
    (local.set $first (f64.load (local.get $real)))
    (loop $next
      (local.set $radial
        (f64.add
          (local.get $radial)
          (f64.mul
            (f64.load (i32.add (local.get $real) (local.get $d)))
            (f64.load offset=32 (i32.add (local.get $own) (local.get $d))))))
      (local.set $yy
        (f64.add
          (local.get $yy)
          (f64.mul
            (f64.load (i32.add (local.get $real) (local.get $d)))
            (f64.load (i32.add (local.get $shared) (local.get $d))))))
      (local.set $xy
        (f64.add
          (local.get $xy)
          (f64.mul
            (f64.load (i32.add (local.get $imaginary) (local.get $d)))
            (f64.load
              (i32.add (i32.add (local.get $shared) (local.get $row)) (local.get $d))))))
      (local.set $d (i32.add (local.get $d) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $d) (local.get $row))))
    (call $add (local.get $sums) (f64.load (local.get $own)) (local.get $first))
    (call $add
      (i32.add (local.get $sums) (i32.const 8))
      (f64.load offset=8 (local.get $own))
      (local.get $radial))
    (call $add
      (i32.add (local.get $sums) (i32.const 16))
      (f64.load offset=16 (local.get $own))
      (local.get $first))
    (call $add
      (i32.add (local.get $sums) (i32.const 24))
      (f64.load offset=8 (local.get $own))
      (local.get $yy))
    (call $add
      (i32.add (local.get $sums) (i32.const 32))
      (f64.load offset=24 (local.get $own))
      (local.get $xy)))

  (func $add (param $sum i32) (param $times f64) (param $value f64)
    (f64.store
      (local.get $sum)
      (f64.add
        (f64.load (local.get $sum))
        (f64.mul (local.get $times) (local.get $value)))))

  ;; Adds up the moments of a kernel.
  ;; $weights: float32 [channels, height, width]
  ;; $shared: Σ_y y² cos and Σ_y y sin, [2, height]; then for each frequency across four numbers, by
  ;;   which the total, the radial and the y² moment, the x² and the x y moment are multiplied,
  ;;   Σ_y |f| cos, [height], and cos and sin of a row, [2, width]
  ;; $sums: the total, and the radial, x², y² and x y moment, 0 before
  ;; $rows: four rows of $stride bytes, a multiple of 16, at least two numbers longer than $height
  ;; $pairs: room for the weights in pairs of rows
  (func (export "measureRows")
    (param $weights i32) (param $channels i32) (param $height i32) (param $width i32)
    (param $shared i32) (param $frequencies i32) (param $sums i32)
    (param $rows i32) (param $stride i32) (param $pairs i32)
    (local $own i32) (local $c i32) (local $at i32) (local $line i32) (local $waves i32)
    (local.set $line (i32.mul (i32.const 4) (i32.mul (local.get $height) (local.get $width))))
    (local.set $at (local.get $pairs))
    (loop $next
      (call $pairRows
        (local.get $weights) (local.get $height) (local.get $width) (local.get $at))
      (local.set $weights (i32.add (local.get $weights) (local.get $line)))
      (local.set $at
        (i32.add
          (local.get $at)
          (i32.mul
            (i32.shr_u (i32.add (local.get $height) (i32.const 1)) (i32.const 1))
            (i32.shl (local.get $width) (i32.const 4)))))
      (local.set $c (i32.add (local.get $c) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $c) (local.get $channels))))
    (memory.fill
      (local.get $rows) (i32.const 0) (i32.shl (local.get $stride) (i32.const 1)))
    (local.set $own
      (i32.add (local.get $shared) (i32.shl (local.get $height) (i32.const 4))))
    (loop $frequency
      (memory.fill
        (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 1)))
        (i32.const 0)
        (i32.shl (local.get $stride) (i32.const 1)))
      (local.set $waves
        (i32.add
          (i32.add (local.get $own) (i32.const 32))
          (i32.shl (local.get $height) (i32.const 3))))
      (local.set $at (local.get $pairs))
      (local.set $c (local.get $channels))
      (loop $channel
        (local.set $at
          (call $transform
            (local.get $at) (local.get $height) (local.get $width) (local.get $waves)
            (local.get $rows) (i32.add (local.get $rows) (local.get $stride))))
        (call $correlate (local.get $rows) (local.get $height) (local.get $stride))
        (local.set $c (i32.sub (local.get $c) (i32.const 1)))
        (br_if $channel (local.get $c)))
      (call $weigh
        (local.get $sums) (local.get $height) (local.get $shared) (local.get $own)
        (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 1)))
        (i32.add (local.get $rows) (i32.mul (local.get $stride) (i32.const 3))))
      (local.set $own
        (i32.add (local.get $waves) (i32.shl (local.get $width) (i32.const 4))))
      (local.set $frequencies (i32.sub (local.get $frequencies) (i32.const 1)))
      (br_if $frequency (local.get $frequencies)))))
